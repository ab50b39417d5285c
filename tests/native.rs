//! The native transport against a loopback server: what it sends, what it reads, and what it calls each way of getting nothing.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may panic")]
#![cfg(feature = "native")]

#[path = "native/server.rs"]
mod server;

use std::net::{SocketAddr, TcpListener};
use std::sync::mpsc;

use mohurd_ecert::gateway::client::{Lost, Settings, Submission, Transport};
use mohurd_ecert::gateway::log::Entry;
use mohurd_ecert::gateway::native::{Native, reqwest};
use mohurd_ecert::gateway::request::Method;
use mohurd_ecert::gateway::response::MAX_REPLY;
use mohurd_ecert::gateway::{Address, Call, Client, Request, Response, Secret};
use mohurd_ecert::{Kind, Options};
use server::{CERTIFICATE, Server, Stream, reply};

/// A proxy of the environment would come in between.
fn native() -> Native {
    Native::with(reqwest::Client::builder().no_proxy()).unwrap()
}

fn post(scheme: &str, address: SocketAddr) -> Request {
    Request {
        call: Call::Submit,
        method: Method::Post,
        url: Address::parse(&format!("{scheme}://{address}/a%20b?c=d%26")).unwrap(),
        headers: vec![("G-I-Access-Token", "token-1".into()), ("G-I-System-Id", "system-1".into())],
        content_type: Some("application/json; charset=utf-8"),
        body: Some("{\"姓名\":1}".into()),
    }
}

fn run<F: Future>(future: F) -> F::Output {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(future)
}

fn ask(address: SocketAddr) -> Result<Response, Lost> {
    run(native().send(post("http", address)))
}

fn lost_after(answer: impl FnOnce(&mut dyn Stream) + Send + 'static) -> Lost {
    ask(Server::plain(answer).address).unwrap_err()
}

#[test]
fn a_request_arrives_as_it_is_and_the_reply_comes_back() {
    let server = Server::plain(reply("200 OK", "content-type: application/json\r\n", "{\"code\":1}"));
    let response = ask(server.address).unwrap();
    assert_eq!(
        (response.status, response.content_type.as_deref(), &response.body[..]),
        (200, Some("application/json"), &b"{\"code\":1}"[..])
    );
    let request = server.request();
    let (head, body) = request.split_once("\r\n\r\n").unwrap();
    let lines: Vec<String> = head.lines().map(str::to_ascii_lowercase).collect();
    assert_eq!(lines[0], "post /a%20b?c=d%26 http/1.1");
    assert_eq!(body, "{\"姓名\":1}");
    for line in ["g-i-access-token: token-1", "g-i-system-id: system-1", "content-type: application/json; charset=utf-8"] {
        assert_eq!(lines.iter().filter(|each| *each == line).count(), 1, "{line}");
    }
}

#[test]
fn a_get_has_no_body_and_no_media_type() {
    let server = Server::plain(reply("200 OK", "", ""));
    let request = Request { method: Method::Get, headers: vec![], content_type: None, body: None, ..post("http", server.address) };
    assert_eq!(run(native().send(request)).unwrap().content_type, None);
    let request = server.request().to_ascii_lowercase();
    assert!(request.starts_with("get /a%20b?c=d%26 http/1.1\r\n"), "{request}");
    assert!(!request.contains("content-"), "{request}");
}

#[test]
fn a_status_is_no_loss() {
    let server = Server::plain(reply("500 Internal Server Error", "content-type: text/html\r\n", "<html>"));
    let response = ask(server.address).unwrap();
    assert_eq!((response.status, response.content_type.as_deref()), (500, Some("text/html")));
}

#[test]
fn a_redirect_is_an_answer_and_not_followed() {
    for status in ["302 Found", "307 Temporary Redirect", "308 Permanent Redirect"] {
        let other = Server::plain(reply("200 OK", "", ""));
        let location = format!("location: http://{}/\r\n", other.address);
        assert_eq!(ask(Server::plain(reply(status, &location, "")).address).unwrap().status.to_string(), status[..3]);
    }
}

#[test]
fn nothing_was_sent_where_nobody_listens() {
    let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    assert_eq!(ask(address).unwrap_err(), Lost::Unreachable);
}

#[test]
fn nothing_was_sent_where_no_request_could_be_made() {
    let request = Request { url: Address::parse("http://[1/").unwrap(), ..post("http", ([127, 0, 0, 1], 1).into()) };
    assert_eq!(run(native().send(request)).unwrap_err(), Lost::Unreachable);
}

#[test]
fn a_connection_that_ends_early_is_broken() {
    assert_eq!(lost_after(|_| {}), Lost::Broken);
    assert_eq!(lost_after(|stream| stream.write_all(b"HTTP/1.1 20").unwrap()), Lost::Broken);
    assert_eq!(lost_after(|stream| stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{\"code\"").unwrap()), Lost::Broken);
    assert_eq!(lost_after(|stream| stream.write_all(b"no HTTP at all\r\n\r\n").unwrap()), Lost::Broken);
}

#[test]
fn a_reply_is_read_up_to_the_limit() {
    let longest = ask(Server::plain(reply("200 OK", "", &"x".repeat(MAX_REPLY))).address).unwrap();
    assert_eq!(longest.body.len(), MAX_REPLY);
    let server = Server::plain(|stream| {
        let head = b"HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n";
        // Until nobody reads any more.
        let mut written = stream.write_all(head);
        while written.is_ok() {
            written = stream.write_all(&[b'x'; 4096]);
        }
    });
    assert_eq!(ask(server.address).unwrap_err(), Lost::TooLong);
    server.request();
}

#[test]
fn a_dropped_call_closes_its_connection() {
    let (received, told) = mpsc::channel();
    let server = Server::plain(move |stream| {
        received.send(()).unwrap();
        assert_eq!(stream.read(&mut [0]).unwrap_or(0), 0, "the connection is still in use");
    });
    let request = post("http", server.address);
    run(async {
        let native = native();
        let call = tokio::spawn(async move { native.send(request).await });
        tokio::task::spawn_blocking(move || told.recv().unwrap()).await.unwrap();
        call.abort();
        assert!(call.await.unwrap_err().is_cancelled());
        tokio::task::spawn_blocking(|| server.request()).await.unwrap();
    });
}

#[test]
fn an_address_with_https_is_reached_with_the_callers_root_certificate() {
    let root = reqwest::Certificate::from_pem(CERTIFICATE).unwrap();
    let native = Native::with(reqwest::Client::builder().no_proxy().tls_certs_only([root])).unwrap();
    let server = Server::tls(reply("200 OK", "", "{\"code\":1}"));
    assert_eq!(run(native.send(post("https", server.address))).unwrap().body, b"{\"code\":1}");
    assert!(server.request().ends_with("{\"姓名\":1}"));
}

#[test]
fn nothing_is_sent_to_a_certificate_that_is_not_trusted() {
    let server = Server::tls(|_| {});
    assert_eq!(run(native().send(post("https", server.address))).unwrap_err(), Lost::Unreachable);
    assert_eq!(server.request(), "");
}

#[test]
fn it_waits_and_knows_a_clock_and_chance() {
    let native = native();
    run(native.sleep(std::time::Duration::from_millis(1)));
    assert!(native.now() > 1_700_000_000_000);
    let drawn: Vec<f64> = (0..100).map(|_| native.random()).collect();
    assert!(drawn.iter().all(|number| (0.0..1.0).contains(number)) && drawn.iter().any(|number| *number != drawn[0]));
}

#[test]
fn a_client_calls_through_it() {
    let server = Server::plain(reply("200 OK", "", "{\"ReturnCode\":\"1\"}"));
    let client = Client::new(Settings::new(Address::parse(&format!("http://{}/ecert", server.address)).unwrap()), native());
    assert_eq!(run(client.relay(Call::Preview, "{}")).unwrap(), "{\"ReturnCode\":\"1\"}");
    assert!(server.request().starts_with("POST /ecert/preview HTTP/1.1\r\n"));
}

/// A caller spawns its calls: what is not `Send` does not compile here.
#[test]
fn every_call_can_be_spawned() {
    fn spawnable(_: impl Future + Send) {}
    let client = Client::new(Settings::new(Address::parse("http://127.0.0.1:1").unwrap()), Native::new().unwrap());
    let (options, secret) = (Options::default(), Secret::new("token-1"));
    spawnable(client.token());
    spawnable(client.validate_token(Some(&secret), None));
    spawnable(async { client.log(&entry()).await.is_ok() });
    spawnable(client.soap("method", &[("name", "value")]));
    spawnable(client.submit(Kind::Safety, &[], &Submission::new(&options), |_| {}));
    spawnable(client.relay(Call::Submit, ""));
}

fn entry() -> Entry {
    unreachable!("it is never polled")
}
