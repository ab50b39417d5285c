//! Chromium for the browser tests: the one that `CHROMIUM` names, else one under a usual name, else Debian's, installed.

use crate::Outcome;
use crate::run::{answer, command, run};
use std::path::{Path, PathBuf};

const NAMES: [&str; 5] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

const PLACES: [&str; 2] =
    ["/Applications/Chromium.app/Contents/MacOS/Chromium", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];

const HOW: &str = "the browser tests need Chromium: install it (Debian, as root: `apt-get install chromium fonts-noto-cjk`), \
                   or set CHROMIUM to the path of Chromium or Chrome";

/// Where Chromium is, installed if need be.
pub(crate) fn path() -> Outcome<PathBuf> {
    if let Some(named) = std::env::var_os("CHROMIUM").filter(|named| !named.is_empty()) {
        let named = PathBuf::from(named);
        return if named.is_file() { Ok(named) } else { Err(format!("CHROMIUM is {}, and no file is there", named.display())) };
    }
    if let Some(found) = find() {
        return Ok(found);
    }
    if !debian_root() {
        return Err(HOW.into());
    }
    install()?;
    find().ok_or(HOW.into())
}

fn find() -> Option<PathBuf> {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    let on_path = std::env::split_paths(&folders).flat_map(|folder| NAMES.map(|name| folder.join(name)));
    on_path.chain(PLACES.map(PathBuf::from)).find(|path| path.is_file())
}

fn debian_root() -> bool {
    Path::new("/etc/debian_version").exists() && answer(command("id").arg("-u")).is_some_and(|id| id == "0")
}

/// With a Chinese font: the pages are Chinese.
fn install() -> Outcome {
    run("no Chromium here: updating apt's lists to install it", command("apt-get").args(["update", "-qq"]))?;
    let packages = ["install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-noto-cjk"];
    run(
        "installing Chromium and a Chinese font with apt-get (some minutes)",
        command("apt-get").args(packages).env("DEBIAN_FRONTEND", "noninteractive"),
    )
}
