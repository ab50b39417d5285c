//! Every interface with everything that can go wrong: each cell of `tests/matrix/matrix.json` ends as it says, and the next call
//! works. The package runs the same cells.

use std::fs;
use std::time::Duration;

use mohurd_ecert::gateway::client::{Client, Interface, Settings, Submission, Via};
use mohurd_ecert::gateway::soap::Answer;
use mohurd_ecert::gateway::{Call, Failure};
use mohurd_ecert::record::entries::Entry;
use mohurd_ecert::sandbox::{Config, Fault, UnknownAssignment};
use mohurd_ecert::{Kind, Options, Record, build_request};
use serde_json::{Map, Value};

use super::sandboxed::{InProcess, Network};
use super::world::{Clock, run};
use super::{entry, settings};

fn matrix() -> Map<String, Value> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/matrix/matrix.json");
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

/// A failure as the cells write it.
fn told(failure: &Failure) -> String {
    let number = failure.cause.number().map_or_else(String::new, |number| format!(" {number}"));
    format!("{}{number}", failure.cause.id())
}

struct Cell {
    clock: Clock,
    transport: InProcess,
    client: Client<InProcess>,
}

impl Cell {
    fn new() -> Cell {
        let clock = Clock::default();
        // A cell is one call: nothing assigned the preview's code before it.
        let config = Config { unknown_assignment: UnknownAssignment::Accept, ..Config::default() };
        let system = config.systems[0].clone();
        let transport = InProcess::new(&clock, config, 7);
        let settings = Settings { timeout: Duration::from_secs(20), ..Settings::platform(settings().base, system.id, system.key) };
        let client = Client::new(settings, transport.clone());
        Cell { clock, transport, client }
    }

    /// What a call ends with, in the words of the cells.
    fn call(&self, call: Call) -> String {
        let ended =
            |end: Result<bool, Failure>| end.map_or_else(|failure| told(&failure), |done| if done { "ok".into() } else { "no".into() });
        match call {
            Call::Token => ended(run(&self.clock, self.client.token()).map(|_| true)),
            Call::Validate => ended(run(&self.clock, self.client.validate_token(None, None))),
            Call::Log => ended(run(&self.clock, self.client.log(&entry()))),
            Call::Submit => self.submit(Kind::Safety, &Options::default()),
            Call::Preview => {
                let mut options = Options::default();
                options.certificate = Some(Kind::Safety);
                self.submit(Kind::Preview, &options)
            }
            Call::Soap => {
                let body = build_request(Kind::Manager, &[Record::example(Kind::Manager)], &Options::default()).unwrap();
                let answer = run(&self.clock, self.client.soap("upload", &[("json", &body)]));
                ended(answer.map(|answer| matches!(answer, Answer::Text(text) if text.as_str().contains("\"ReturnCode\":\"1\""))))
            }
        }
    }

    fn submit(&self, kind: Kind, options: &Options) -> String {
        let entries = [Entry::Record(Box::new(Record::example(kind)))];
        let report = run(&self.clock, self.client.submit(kind, &entries, &Submission::new(options), |_| {})).unwrap();
        let outcome = &report.outcomes[0];
        let failure = outcome.failure.as_ref().map_or_else(String::new, |failure| format!(" {}", told(failure)));
        format!("{}{failure}", outcome.state.id())
    }
}

/// Everything but what the other side makes of it: the cell as it ends, and the next call.
fn ends(fault: &Value, call: Call) -> [String; 2] {
    let cell = Cell::new();
    // As often as the longest of the calls tries, and once more, for the call after a renewed token.
    if fault == "unreachable" {
        // The token is got before the network fails.
        if call != Call::Token {
            cell.call(Call::Token);
        }
        cell.transport.network.borrow_mut().extend([Network::Unreachable; 3]);
    } else {
        cell.transport.sandbox.borrow_mut().plan(call, vec![Fault::from_json(fault).unwrap(); 3]);
    }
    let end = cell.call(call);
    cell.transport.network.borrow_mut().clear();
    cell.transport.sandbox.borrow_mut().reset();
    [end, cell.call(call)]
}

#[test]
fn every_cell_ends_as_it_says_and_the_next_call_works() {
    let matrix = matrix();
    let calls: Vec<Call> = matrix["calls"].as_array().unwrap().iter().map(|id| Call::from_id(id.as_str().unwrap()).unwrap()).collect();
    assert_eq!(calls, Call::ALL);
    let mut seen = 0;
    for row in matrix["rows"].as_array().unwrap() {
        let ends: Vec<[String; 2]> = calls.iter().map(|call| ends(&row["fault"], *call)).collect();
        let found: Vec<&str> = ends.iter().map(|[end, _]| end.as_str()).collect();
        let wanted: Vec<&str> = row["ends"].as_array().unwrap().iter().map(|end| end.as_str().unwrap()).collect();
        assert_eq!(found, wanted, "{}", row["fault"]);
        assert_eq!(ends.iter().map(|[_, next]| next.as_str()).collect::<Vec<_>>(), NEXT, "after {}", row["fault"]);
        seen += found.len();
    }
    assert!(seen > 150, "{seen} cells");
}

/// What every call ends with when nothing is wrong.
const NEXT: [&str; 6] = ["ok", "ok", "ok", "accepted", "accepted", "ok"];

#[test]
fn a_submission_by_soap_ends_as_the_same_one_by_json_does() {
    let via = Via::Soap { method: "upload".to_owned(), param: "json".to_owned() };
    let mut cell = Cell::new();
    let system = Config::default().systems[0].clone();
    let submit = Interface { via, ..Interface::default() };
    let settings = Settings { submit, ..Settings::platform(settings().base, system.id, system.key) };
    cell.client = Client::new(settings, cell.transport.clone());
    assert_eq!(cell.call(Call::Submit), "accepted");
    for (fault, wanted) in [(Fault::Code(1205), "accepted"), (Fault::Code(1210), "not-sent code 1210"), (Fault::Cut, "unknown broken")] {
        cell.transport.sandbox.borrow_mut().reset();
        cell.transport.sandbox.borrow_mut().plan(Call::Soap, [fault]);
        assert_eq!(cell.call(Call::Submit), wanted);
    }
}
