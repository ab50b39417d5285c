//! The portal: built from `www`, served on one port of this machine, with the sandbox behind it.

use crate::run::{node_script, npm, run, say};
use crate::stamp::Step;
use crate::{Outcome, package, root, tools};
use std::io::{Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::process::Child;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// How often the server is looked at, and how long it may take to answer.
const PAUSE: Duration = Duration::from_millis(50);
const PATIENCE: Duration = Duration::from_secs(60);

/// The command `start`.
pub(crate) fn start(port: u16) -> Outcome {
    // Before the long steps; Vite holds to it too.
    TcpListener::bind((Ipv4Addr::LOCALHOST, port))
        .map_err(|error| format!("port {port} cannot be used ({error}): end what uses it, or give another: cargo xtask start --port N"))?;
    tools::set_up()?;
    package::make()?;
    make()?;
    serve(port)
}

/// Builds the portal where the package is built; its types are checked on the way.
pub(crate) fn make() -> Outcome {
    let reads = &["www", "pkg/package.json", "pkg/dist", "tsconfig.base.json", "package-lock.json"];
    let step = Step { name: "portal", reads, writes: &["www/dist"] };
    step.unless_fresh(|| run("checking and building the portal (vue-tsc, vite)", npm().args(["run", "--silent", "build", "-w", "www"])))
}

fn serve(port: u16) -> Outcome {
    let stop = Arc::new(AtomicBool::new(false));
    let seen = Arc::clone(&stop);
    ctrlc::set_handler(move || seen.store(true, Ordering::SeqCst)).map_err(|error| format!("cannot wait for Ctrl-C: {error}"))?;
    let mut preview = node_script("vite/bin/vite.js");
    preview.current_dir(root().join("www"));
    preview.args(["preview", "--logLevel", "error", "--host", "127.0.0.1", "--strictPort", "--port", &port.to_string()]);
    let mut server = preview.spawn().map_err(|error| format!("cannot run Vite: {error}"))?;
    let served = attend(&mut server, port, &stop);
    // It may have ended by itself, on the same Ctrl-C.
    let _ = server.kill();
    let _ = server.wait();
    served
}

/// Says where the portal is once it answers, and waits for the end of it.
fn attend(server: &mut Child, port: u16, stop: &AtomicBool) -> Outcome {
    let begun = Instant::now();
    let mut said = false;
    while !stop.load(Ordering::SeqCst) {
        if let Some(status) = server.try_wait().map_err(|error| format!("cannot watch Vite: {error}"))? {
            // The terminal's Ctrl-C reaches both, and Vite may be the first to end.
            sleep(PAUSE);
            let stopped = stop.load(Ordering::SeqCst);
            return if stopped { Ok(()) } else { Err(format!("the portal's server ended ({status}); what it printed stands above")) };
        }
        if !said && answers(port) {
            say(&format!("the portal is at http://127.0.0.1:{port}/ (Ctrl-C ends it)"));
            say(&format!(
                "what one sends there goes to the sandbox behind it, and no further; what it holds: http://127.0.0.1:{port}/sandbox/records"
            ));
            said = true;
        }
        if !said && begun.elapsed() > PATIENCE {
            return Err(format!("the portal's server does not answer on port {port}"));
        }
        sleep(PAUSE);
    }
    Ok(())
}

/// Whether the page is served.
fn answers(port: u16) -> bool {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let Ok(mut stream) = TcpStream::connect_timeout(&address, PATIENCE) else { return false };
    let request = format!("GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n");
    let mut status = [0; 12];
    stream.set_read_timeout(Some(PATIENCE)).is_ok()
        && stream.write_all(request.as_bytes()).is_ok()
        && stream.read_exact(&mut status).is_ok()
        && &status == b"HTTP/1.1 200"
}
