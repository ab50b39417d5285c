//! A server for one connection, on loopback: it reads one request, and answers as its test says.

use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::thread::{self, JoinHandle};

use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};

/// Self-signed by openssl for 127.0.0.1, from 2020 to 2120. It protects nothing.
pub(crate) const CERTIFICATE: &[u8] = include_bytes!("loopback.pem");
const KEY: &[u8] = include_bytes!("loopback.key.pem");

pub(crate) trait Stream: Read + Write {}
impl<T: Read + Write> Stream for T {}

/// A server; its thread gives the request that it read.
pub(crate) struct Server {
    pub(crate) address: SocketAddr,
    thread: JoinHandle<String>,
}

impl Server {
    /// Over plain HTTP.
    pub(crate) fn plain(answer: impl FnOnce(&mut dyn Stream) + Send + 'static) -> Server {
        Server::listen(move |listener| serve(&mut listener.accept().unwrap().0, answer))
    }

    /// Over TLS, with a certificate that nobody trusts who is not told to.
    pub(crate) fn tls(answer: impl FnOnce(&mut dyn Stream) + Send + 'static) -> Server {
        Server::listen(move |listener| {
            let connection = ServerConnection::new(Arc::new(config())).unwrap();
            serve(&mut StreamOwned::new(connection, listener.accept().unwrap().0), answer)
        })
    }

    fn listen(run: impl FnOnce(TcpListener) -> String + Send + 'static) -> Server {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        Server { address: listener.local_addr().unwrap(), thread: thread::spawn(move || run(listener)) }
    }

    /// The request, head and body; waits for the end of the connection.
    pub(crate) fn request(self) -> String {
        self.thread.join().unwrap()
    }
}

fn serve(stream: &mut dyn Stream, answer: impl FnOnce(&mut dyn Stream)) -> String {
    let Ok(request) = read(stream) else { return String::new() };
    answer(stream);
    request
}

/// Up to the end of the body, as long as its length says; no request here has another form.
fn read(stream: &mut dyn Stream) -> io::Result<String> {
    let mut request = Vec::new();
    while missing(&request) > 0 {
        let mut some = [0; 4096];
        let count = stream.read(&mut some)?;
        if count == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        request.extend_from_slice(&some[..count]);
    }
    Ok(String::from_utf8(request).unwrap())
}

fn missing(request: &[u8]) -> usize {
    let text = String::from_utf8_lossy(request);
    let Some((head, _)) = text.split_once("\r\n\r\n") else { return 1 };
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")).map_or(0, |length| length.parse().unwrap());
    (head.len() + 4 + length).saturating_sub(request.len())
}

fn config() -> ServerConfig {
    let key = PrivateKeyDer::from_pem_slice(KEY).unwrap();
    let certificate = CertificateDer::from_pem_slice(CERTIFICATE).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let builder = ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions().unwrap();
    builder.with_no_client_auth().with_single_cert(vec![certificate], key).unwrap()
}

/// A whole reply.
pub(crate) fn reply(status: &str, headers: &str, body: &str) -> impl FnOnce(&mut dyn Stream) + Send + 'static {
    let text = format!("HTTP/1.1 {status}\r\n{headers}content-length: {}\r\n\r\n{body}", body.len());
    move |stream| stream.write_all(text.as_bytes()).unwrap()
}
