"""Where the workspace lies. Light, so that the first screen can name the folder before the program is loaded."""

from pathlib import Path

from models.errors import UsageError


def default_folder() -> Path:
    """The workspace in the platform's data folder."""
    from platformdirs import user_data_path  # noqa: PLC0415  # only where no folder was named

    return user_data_path("casewindow", appauthor=False) / "workspace"


def workspace_folder(folder: Path | None) -> Path:
    """The folder that was named, else the default one. Raises UsageError where a file stands in its place."""
    if folder is not None and folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder} is a file; name a folder for the workspace.")
    return folder or default_folder()
