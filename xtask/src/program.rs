//! Programs that tests need, and that neither cargo nor npm brings: the one that its variable names, else one under a usual name,
//! else Debian's, installed.

use crate::Outcome;
use crate::run::{answer, command, run};
use std::fs;
use std::path::{Path, PathBuf};

/// A program, and where it comes from.
pub(crate) struct Program {
    name: &'static str,
    /// The tests that need it.
    needed_by: &'static str,
    /// The variable with its path, for the caller and for the tests.
    pub(crate) variable: &'static str,
    names: &'static [&'static str],
    /// Where it stands without being on the path.
    places: &'static [&'static str],
    packages: &'static [&'static str],
    /// Whether a file of that name will do.
    serves: fn(&Path) -> bool,
}

/// With a Chinese font: the pages are Chinese.
pub(crate) const CHROMIUM: Program = Program {
    name: "Chromium",
    needed_by: "the browser and consumer tests",
    variable: "CHROMIUM",
    names: &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"],
    places: &["/Applications/Chromium.app/Contents/MacOS/Chromium", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"],
    packages: &["chromium", "fonts-noto-cjk"],
    serves: Path::is_file,
};

/// The folders of a system's administrator are on the path of root alone.
pub(crate) const NGINX: Program = Program {
    name: "nginx",
    needed_by: "the tests of pkg/deploy",
    variable: "NGINX",
    names: &["nginx"],
    places: &["/usr/sbin/nginx", "/usr/local/sbin/nginx", "/usr/local/nginx/sbin/nginx", "/opt/homebrew/bin/nginx"],
    packages: &["nginx"],
    serves: Path::is_file,
};

/// Debian's own lacks what makes an environment until that is installed too.
pub(crate) const PYTHON: Program = Program {
    name: "Python 3.10 or newer with venv",
    needed_by: "the tests of pkg/vectors",
    variable: "PYTHON",
    names: &["python3", "python"],
    places: &["/usr/bin/python3"],
    packages: &["python3", "python3-venv"],
    serves: |path| path.is_file() && answer(command(path).args(["-c", NEED])).is_some(),
};

/// Fails where the environment could not be made.
const NEED: &str = "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))";

/// The file by which Debian asks whether it may start what it installs.
const POLICY: &str = "/usr/sbin/policy-rc.d";

impl Program {
    /// Where it is, installed if need be.
    pub(crate) fn path(&self) -> Outcome<PathBuf> {
        if let Some(named) = std::env::var_os(self.variable).filter(|named| !named.is_empty()) {
            let named = PathBuf::from(named);
            let fault = || format!("{} is {}, and no file is there", self.variable, named.display());
            return if named.is_file() { Ok(named) } else { Err(fault()) };
        }
        if let Some(found) = self.find() {
            return Ok(found);
        }
        if !is_debian_root() {
            return Err(self.how());
        }
        self.install()?;
        self.find().ok_or_else(|| self.how())
    }

    fn find(&self) -> Option<PathBuf> {
        let folders = std::env::var_os("PATH").unwrap_or_default();
        let on_path = std::env::split_paths(&folders).flat_map(|folder| self.names.iter().map(move |name| folder.join(name)));
        on_path.chain(self.places.iter().map(PathBuf::from)).find(|path| (self.serves)(path))
    }

    fn how(&self) -> String {
        let Program { name, needed_by, variable, .. } = self;
        let packages = self.packages.join(" ");
        format!("{needed_by} need {name}: install it (Debian, as root: `apt-get install {packages}`), or set {variable} to its path")
    }

    fn install(&self) -> Outcome {
        let Program { name, packages, .. } = self;
        run(&format!("no {name} here: updating apt's lists to install it"), command("apt-get").args(["update", "-qq"]))?;
        let mut install = command("apt-get");
        install.args(["install", "-y", "-qq", "--no-install-recommends"]).args(*packages).env("DEBIAN_FRONTEND", "noninteractive");
        without_services(|| run(&format!("installing {} with apt-get (some minutes)", packages.join(" and ")), &mut install))
    }
}

fn is_debian_root() -> bool {
    Path::new("/etc/debian_version").exists() && answer(command("id").arg("-u")).is_some_and(|id| id == "0")
}

/// Does it while Debian is told to start no service: a web server for a test is not to serve this machine.
fn without_services(work: impl FnOnce() -> Outcome) -> Outcome {
    if Path::new(POLICY).exists() {
        return work();
    }
    let cannot = |error| format!("cannot write {POLICY}: {error}");
    fs::write(POLICY, "#!/bin/sh\nexit 101\n").map_err(cannot)?;
    let done = run("keeping Debian from starting it", command("chmod").args(["755", POLICY])).and_then(|()| work());
    fs::remove_file(POLICY).map_err(cannot).and(done)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_cannot_install_is_told_how() {
        assert_eq!(
            NGINX.how(),
            "the tests of pkg/deploy need nginx: install it (Debian, as root: `apt-get install nginx`), or set NGINX to its path"
        );
    }
}
