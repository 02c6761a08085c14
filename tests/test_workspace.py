"""The workspace: which folder it is, and who may look into it."""

import stat
from pathlib import Path

import pytest

from sightline.kit.problems import UserError
from sightline.workspace import VARIABLE, workspace


def mode(folder: Path) -> int:
    return stat.S_IMODE(folder.stat().st_mode)


def test_a_folder_that_is_named_is_used_before_the_variable(tmp_path, monkeypatch):
    """An explicit path wins over the environment."""
    monkeypatch.setenv(VARIABLE, str(tmp_path / "other"))
    assert workspace(tmp_path / "mine").root == tmp_path / "mine"
    assert not (tmp_path / "other").exists()


def test_the_variable_is_used_where_no_folder_is_named(tmp_path, monkeypatch):
    """SIGHTLINE_WORKSPACE says where things are kept."""
    monkeypatch.setenv(VARIABLE, str(tmp_path / "other"))
    assert workspace().root == tmp_path / "other"


def test_by_default_it_is_in_the_users_data_folder(tmp_path, monkeypatch):
    """Without a path or the variable, platformdirs chooses; an empty variable is none."""
    monkeypatch.setenv(VARIABLE, "")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    root = workspace().root
    assert root.name == "sightline"
    assert root.is_relative_to(tmp_path)


def test_it_is_created_for_one_user_alone(tmp_path):
    """The folder, and those made above it, are closed to others."""
    made = workspace(tmp_path / "a" / "b")
    assert mode(made.root) == 0o700
    assert mode(made.root.parent) == 0o700


def test_a_folder_that_is_there_keeps_its_permissions(tmp_path):
    """Somebody may have opened it to a group on purpose."""
    shared = tmp_path / "shared"
    shared.mkdir(mode=0o750)
    shared.chmod(0o750)
    assert mode(workspace(shared).root) == 0o750


def test_each_kind_of_thing_has_its_folder(tmp_path):
    """Library, snapshots, records and packs stand apart, inside the workspace."""
    made = workspace(tmp_path)
    folders = {made.library, made.snapshots, made.records, made.packs}
    assert len(folders) == 4
    assert {folder.parent for folder in folders} == {tmp_path}


def test_a_file_in_the_way_is_named_with_what_to_do(tmp_path):
    """A workspace cannot be a file: the message names the setting."""
    file = tmp_path / "file"
    file.write_text("here")
    with pytest.raises(UserError, match="another one"):
        workspace(file)
    with pytest.raises(UserError, match=VARIABLE):
        workspace(file / "below")
