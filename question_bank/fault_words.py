"""What is wrong with a value, in plain words: nothing of the checking library's own language reaches a person."""

from typing import Any

_ENTRY = "must be an entry with fields, not a single value"
_LIST = "must be a list: put it in [ ] or on lines with a dash"
_TEXT = "must be text; put quotation marks around it"
_TRUTH = "must be true or false"
_WHOLE = "must be a whole number of at most nine digits"
_NUMBER = "must be a number"
_CHOICE = "must be one of {expected}"

_WORDS = {
    "extra_forbidden": "is not a field that is known here; check the spelling or remove it",
    "missing": "is missing; add it",
    "enum": _CHOICE,
    "literal_error": _CHOICE,
    "too_short": "must hold at least one entry",
    "too_long": "must hold at most {max_length} entries",
    "string_type": _TEXT,
    "string_sub_type": _TEXT,
    "string_unicode": "holds half of a character; retype it",
    "string_too_short": "is too short; characters it needs: {min_length}",
    "string_too_long": "is too long; characters it may have: {max_length}",
    "string_pattern_mismatch": "must be lower-case words joined by dots, dashes or underscores",
    "bool_type": _TRUTH,
    "bool_parsing": _TRUTH,
    "int_type": _WHOLE,
    "int_parsing": _WHOLE,
    "int_parsing_size": _WHOLE,
    "int_from_float": _WHOLE,
    "float_type": _NUMBER,
    "float_parsing": _NUMBER,
    "finite_number": _NUMBER,
    "greater_than_equal": "must be {ge} or more",
    "greater_than": "must be more than {gt}",
    "less_than_equal": "must be {le} or less",
    "less_than": "must be less than {lt}",
    "model_type": _ENTRY,
    "model_attributes_type": _ENTRY,
    "dict_type": _ENTRY,
    "mapping_type": _ENTRY,
    "tuple_type": _LIST,
    "list_type": _LIST,
    "set_type": _LIST,
    "frozen_set_type": _LIST,
    "none_required": "must be left empty",
    "union_tag_not_found": "is of no kind that is known here",
    "union_tag_invalid": "is of no kind that is known here",
}
_OWN = "Value error, "


def in_words(kind: str, message: str, context: dict[str, Any]) -> str:
    """A fault in plain words: by its kind, or in the words of the model that found it."""
    if message.startswith(_OWN):
        return message.removeprefix(_OWN)
    return _WORDS.get(kind, "does not fit here; look at the worked examples").format(**context)
