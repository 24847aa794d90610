"""Shows the authors of cues what each cue does on coded answers.

    python -m benchmarks.cue_report --data ../shared/data [--tag factor.conditions] [--writers 1-9] [--language]

Prints per tag precision, recall and F1 of what would be suggested; per cue how often it stands in a coded quote of its
tag and how often elsewhere; and, for a tag, quotes that no cue met and suggestions that nobody coded.
Read splits are kept in a cache file, because splitting is the slow part.
"""

import argparse
import json
import pickle
import random
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from assistant.tagging.phrases import PhraseBook
from assistant.tagging.signs import cue_phrases
from assistant.tagging.spacy_words import SpacyWords
from assistant.tagging.tagger import CueTagger
from assistant.tagging.words import Sentence
from models.taxonomy import TOP_LEVEL_TAGS, top_level
from question_bank.loader import load_taxonomy, load_wording

Row = dict[str, Any]


def main() -> None:
    """Print the report."""
    options = _options()
    rows = _rows(options.data / options.file, options.writers)
    split, known = _cached_splits(rows, options.cache)
    taxonomy = load_taxonomy()
    tagger = CueTagger(taxonomy, load_wording(), lambda text: split[text], known)
    predicted = {row["id"]: tagger.read(row["text"]) for row in rows}
    _print_tags(rows, predicted)
    if options.tag:
        book = PhraseBook([each for each in cue_phrases(taxonomy) if each.payload.tag.startswith(options.tag)], known)
        _print_cues(rows, split, book)
        _print_examples(rows, predicted, options)
    if options.language:
        _print_language(rows, predicted, options)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--file", default="answers-train.jsonl")
    parser.add_argument("--writers", default="")
    parser.add_argument("--tag", default="")
    parser.add_argument("--language", action="store_true")
    parser.add_argument("--missed", type=int, default=20)
    parser.add_argument("--wrong", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--cache", type=Path, default=Path(".cache/cue-splits.pickle"))
    return parser.parse_args()


def _rows(path: Path, writers: str) -> list[Row]:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    if not writers:
        return rows
    low, _, high = writers.partition("-")
    return [row for row in rows if int(low) <= row["writer"] <= int(high or low)]


def _cached_splits(rows: list[Row], cache: Path) -> tuple[dict[str, tuple[Sentence, ...]], frozenset[str]]:
    split, known = pickle.loads(cache.read_bytes()) if cache.exists() else ({}, frozenset())  # noqa: S301
    missing = [row["text"] for row in rows if row["text"] not in split]
    if missing:
        words = SpacyWords()
        split, known = split | {text: words(text) for text in missing}, words.known_words
        cache.parent.mkdir(parents=True, exist_ok=True)
        cache.write_bytes(pickle.dumps((split, known)))
    return split, known


def _f1(right: int, wrong: int, missed: int) -> tuple[float, float, float]:
    precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
    return precision, recall, 2 * right / max(1, 2 * right + wrong + missed)


def _print_tags(rows: list[Row], predicted: dict[str, Any]) -> None:
    total, scores = Counter[str](), []
    for tag in TOP_LEVEL_TAGS:
        counts = Counter[str]()
        for row in rows:
            gold = any(code["tag"] == tag for code in row["codes"])
            found = any(top_level(each) == tag for each in predicted[row["id"]].tag_scores())
            counts["right" if gold and found else "wrong" if found else "missed" if gold else "none"] += 1
        total += counts
        precision, recall, f1 = _f1(counts["right"], counts["wrong"], counts["missed"])
        scores.append(f1)
        print(f"{tag:32s} P {precision:.2f}  R {recall:.2f}  F1 {f1:.2f}  n {counts['right'] + counts['missed']}")
    denied = [(row["id"], tag) for row in rows for tag in row.get("denied", [])]
    still = sum(any(top_level(each) == tag for each in predicted[row].tag_scores()) for row, tag in denied)
    silent = [row for row in rows if not row["codes"]]
    spoke = sum(bool(predicted[row["id"]].suggestions) for row in silent)
    hits = [bool(predicted[row["id"]].gives_reason) == row["gives_reason"] for row in rows]
    yes = [hit for hit, row in zip(hits, rows, strict=True) if row["gives_reason"]]
    no = [hit for hit, row in zip(hits, rows, strict=True) if not row["gives_reason"]]
    print(f"micro F1 {_f1(total['right'], total['wrong'], total['missed'])[2]:.3f}  macro F1 {sum(scores) / 14:.3f}")
    print(f"denied tags suggested {still / max(1, len(denied)):.3f} of {len(denied)}", end="  ")
    print(f"a tag where none is coded {spoke / max(1, len(silent)):.3f} of {len(silent)}", end="  ")
    print(f"gives_reason balanced {(sum(yes) / max(1, len(yes)) + sum(no) / max(1, len(no))) / 2:.3f}")


def _print_cues(rows: list[Row], split: dict[str, tuple[Sentence, ...]], book: PhraseBook[Any]) -> None:
    inside, outside = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    writers: dict[tuple[str, str], set[int]] = defaultdict(set)
    for row in rows:
        for sentence in split[row["text"]]:
            for found in book.find(sentence):
                key = (found.phrase.payload.tag, found.phrase.text)
                start, end = sentence[found.first].start, sentence[found.behind - 1].end
                top = top_level(found.phrase.payload.tag)
                fits = any(c["tag"] == top and start < c["end"] and c["start"] < end for c in row["codes"])
                (inside if fits else outside)[key] += 1
                writers[key].add(row.get("writer", 0))
    print("\ncue: in a coded quote / elsewhere / writers")
    for key in sorted(inside | outside, key=lambda key: -inside[key] - outside[key]):
        print(f"  {inside[key]:3d} {outside[key]:3d} {len(writers[key]):2d}  {key[0]:40s} {key[1]}")


def _print_examples(rows: list[Row], predicted: dict[str, Any], options: argparse.Namespace) -> None:
    top = top_level(options.tag)
    missed, wrong = [], []
    for row in rows:
        found = [each for each in predicted[row["id"]].suggestions if top_level(each.tag) == top]
        codes = [code for code in row["codes"] if code["tag"] == top]
        if codes and not found:
            missed += [f"{code['direction']:9s} {code['quote']}" for code in codes]
        if found and not codes:
            wrong += [f"{each.reason.detail}: {each.quote}   <- {row['text'][:160]!r}" for each in found]
    for title, lines, most in (("missed", missed, options.missed), ("wrong", wrong, options.wrong)):
        print(f"\n{title}: {len(lines)}")
        for line in random.Random(options.seed).sample(lines, min(most, len(lines))):  # noqa: S311
            print("  ", line)


def _print_language(rows: list[Row], predicted: dict[str, Any], options: argparse.Namespace) -> None:
    right, missed, wrong = 0, [], []
    for row in rows:
        found = [(each.start, each.end, each) for each in predicted[row["id"]].wording]
        meant = [
            (row["text"].find(w["quote"]), row["text"].find(w["quote"]) + len(w["quote"]), w) for w in row["language"]
        ]
        for start, end, flag in meant:
            hit = any(start < e and s < end for s, e, _ in found)
            right += hit
            missed += [] if hit else [f"{flag['kind']}: {flag['quote']}"]
        for start, end, each in found:
            if not any(start < e and s < end for s, e, _ in meant):
                wrong.append(f"{each.kind}: {each.quote} <- {row['text'][max(0, start - 60) : end + 60]!r}")
    print(f"\nlanguage F1 {_f1(right, len(wrong), len(missed))[2]:.3f}  right {right}")
    for title, lines, most in (("missed", missed, options.missed), ("wrong", wrong, options.wrong)):
        print(f"\n{title}: {len(lines)}")
        for line in random.Random(options.seed).sample(lines, min(most, len(lines))):  # noqa: S311
            print("  ", line)


if __name__ == "__main__":
    main()
