"""Which folders are copied to other machines: by their names, by what lies in them, and through links."""

from __future__ import annotations

import sys

import pytest

from tillid_planner.storage.synchronised import is_synchronised

NAMED = [
    "OneDrive", "OneDrive - Kommunen", "Dropbox", "Dropbox (Privat)", "iCloud Drive", "Mobile Documents",
    "com~apple~CloudDocs", "Google Drive", "Google Drev", "GoogleDrive-leder@eksempel.dk", "Mit drev", "My Drive",
    "Nextcloud", "ownCloud", "pCloud Drive", "pCloudDrive", "MEGA", "MEGAsync", "Proton Drive", "ProtonDrive",
    "Jottacloud", "Syncthing", "Sync", "Box", "Box Sync", "Seafile", "Tresorit", "kDrive", "CloudStorage",
    "Kommunen - Dokumenter", "Plejecenter - Documents",
]  # fmt: skip
MARKED = [
    ".stfolder", ".stignore", ".dropbox", ".dropbox.cache", ".sync", "._sync_1a2b.db", ".sync_1a2b.db",
    ".owncloudsync.log", ".tmp.drivedownload", ".849C9593-D756-4E56-8D6E-42412F2A707B".lower(),
]  # fmt: skip
PLAIN = [
    "Dokumenter", "Planer", "Boxer", "Syncope", "Megaplan", "Dropboksen", "Mit drevne hold", "Onedriver", "Team - Nord",
    "Sikkerhed - backup", "iCloudy", "Google",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMED)
def test_a_folder_named_as_a_service_is_synchronised_and_what_lies_in_it(tmp_path, name):
    assert is_synchronised(tmp_path / name / "Planer" / "Nord.tillid")
    assert is_synchronised(tmp_path / name)


@pytest.mark.parametrize("mark", MARKED)
def test_a_folder_with_a_services_mark_in_it_is_synchronised(tmp_path, mark):
    (tmp_path / "Planer" / "2026").mkdir(parents=True)
    (tmp_path / "Planer" / mark).mkdir()
    assert is_synchronised(tmp_path / "Planer" / "2026" / "Nord.tillid")


@pytest.mark.parametrize("name", PLAIN)
def test_a_plain_folder_is_not(tmp_path, name):
    (tmp_path / name / ".git").mkdir(parents=True)
    assert not is_synchronised(tmp_path / name / "Nord.tillid")


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right of their own on Windows")
def test_a_link_into_a_synchronised_folder_is_seen_through(tmp_path):
    (tmp_path / "Dropbox" / "Planer").mkdir(parents=True)
    (tmp_path / "Mine planer").symlink_to(tmp_path / "Dropbox" / "Planer")
    assert is_synchronised(tmp_path / "Mine planer" / "Nord.tillid")
