"""The commands of live talks: opening, acting, exporting, verifying, keeping safe."""

from __future__ import annotations

from gobetween.cli.live.acting import act_as
from gobetween.cli.live.records import backup, checkpoint, restore, verify
from gobetween.cli.live.talks import talks_group

COMMANDS = (act_as, talks_group, checkpoint, verify, backup, restore)
