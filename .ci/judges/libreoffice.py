"""LibreOffice, without a screen, on a workbook."""

import sys

from verdict import run

# Without this, LibreOffice shows the cached results and would agree with any of them.
PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Setup/L10N">
<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>vi-VN</value></prop></item>
</oor:items>
"""


def convert(workbook, work, kind):
    """LibreOffice's copy of the workbook. It exits 0 whatever happens, and its first start may write nothing."""
    profile = work / "profile"
    settings = profile / "user" / "registrymodifications.xcu"
    if not settings.exists():
        settings.parent.mkdir(parents=True)
        settings.write_text(PROFILE, encoding="utf-8")
    suffix = kind.split(":")[0]
    target = work / f"as-{suffix}" / f"{workbook.stem}.{suffix}"
    target.unlink(missing_ok=True)
    command = ["timeout", "180", "soffice", f"-env:UserInstallation=file://{profile.resolve()}", "--headless"]
    command += ["--norestore", "--nolockcheck", "--convert-to", kind, "--outdir", target.parent, workbook]
    for _ in range(2):
        run(*command)
        if target.exists():
            return target
    sys.exit(f"LibreOffice wrote no {suffix} of {workbook}")
