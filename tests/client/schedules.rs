//! Whatever goes wrong, whenever it is ended: every record has exactly one outcome, and it is the truth of what the other side
//! holds. Handing the report back settles the rest, and nothing is there twice.

use std::collections::BTreeSet;
use std::time::Duration;

use futures_util::future::join;
use mohurd_ecert::gateway::client::{Client, Report, Settings, Submission};
use mohurd_ecert::gateway::{Call, State, Words};
use mohurd_ecert::sandbox::{Config, Fault, Pairs, Style};
use mohurd_ecert::{Kind, Options};
use proptest::prelude::*;

use super::sandboxed::{InProcess, Network};
use super::world::{Clock, run};
use super::{entries, settings, spoilt_licences};

/// One thing that may go wrong with a submission; those that change a reply leave it unreadable, never a lie.
fn fault() -> impl Strategy<Value = Fault> {
    prop_oneof![
        8 => Just(Fault::None),
        1 => (0_u64..30_000).prop_map(Fault::Delay),
        1 => any::<bool>().prop_map(|taken| Fault::Silence { taken }),
        1 => any::<bool>().prop_map(|taken| Fault::Close { taken }),
        1 => Just(Fault::Cut),
        1 => any::<bool>().prop_map(|taken| Fault::Html { status: 200, taken }),
        1 => (prop_oneof![Just(401), Just(500), Just(503)], any::<bool>()).prop_map(|(status, taken)| Fault::Status { status, taken }),
        1 => prop_oneof![Just(1205), Just(1205), Just(1210), Just(1214)].prop_map(Fault::Code),
        1 => prop_oneof![Just(Fault::Empty), Just(Fault::NotUtf8), Just(Fault::Bom), Just(Fault::Text(Words::new("{\"ReturnCode\":")))],
    ]
}

fn network() -> impl Strategy<Value = Network> {
    prop_oneof![12 => Just(Network::Through), 1 => Just(Network::Unreachable), 1 => Just(Network::LostOnTheWay)]
}

#[derive(Debug)]
struct Plan {
    seed: u64,
    count: usize,
    spoilt: usize,
    chunk_size: usize,
    concurrency: usize,
    faults: Vec<Fault>,
    token_faults: Vec<Fault>,
    network: Vec<Network>,
    token_uses: Option<u32>,
    ends_after: Option<u64>,
    style: (Style, Pairs),
}

fn plan() -> impl Strategy<Value = Plan> {
    let style =
        (prop_oneof![Just(Style::Bare), Just(Style::Enveloped), Just(Style::Custom)], prop_oneof![Just(Pairs::Top), Just(Pairs::Listed)]);
    let size = (1_usize..300, 2_usize..12, 1_usize..6, 1_usize..9);
    let wrong = (prop::collection::vec(fault(), 0..120), prop::collection::vec(fault(), 0..4), prop::collection::vec(network(), 0..150));
    (any::<u64>(), size, wrong, prop::option::of(1_u32..30), prop::option::of(0_u64..4_000), style).prop_map(
        |(seed, (count, spoilt, chunk_size, concurrency), (faults, token_faults, network), token_uses, ends_after, style)| Plan {
            seed,
            count,
            spoilt,
            chunk_size,
            concurrency,
            faults,
            token_faults,
            network,
            token_uses,
            ends_after,
            style,
        },
    )
}

fn ids(report: &Report, states: &[State]) -> BTreeSet<String> {
    let of = report.outcomes.iter().filter(|outcome| states.contains(&outcome.state));
    of.map(|outcome| outcome.id.as_ref().unwrap().as_str().to_owned()).collect()
}

fn held(transport: &InProcess) -> Vec<(String, u32)> {
    transport.sandbox.borrow().held().iter().map(|held| (held.id.as_str().to_owned(), held.times)).collect()
}

/// What a report says against what the sandbox holds.
fn agrees(report: &Report, count: usize, transport: &InProcess) -> Result<(), TestCaseError> {
    prop_assert!(report.outcomes.iter().map(|outcome| outcome.index).eq(0..count));
    let there: BTreeSet<String> = held(transport).into_iter().map(|(id, _)| id).collect();
    prop_assert_eq!(there.len(), held(transport).len(), "a record is held twice");
    let accepted = ids(report, &[State::Accepted, State::AcceptedWithWarning]);
    let unknown = ids(report, &[State::Unknown]);
    prop_assert!(accepted.is_subset(&there), "accepted and not held");
    prop_assert!(there.difference(&accepted).all(|id| unknown.contains(id)), "held and neither accepted nor unknown");
    for outcome in &report.outcomes {
        let is_told = !matches!(outcome.state, State::Unknown | State::NotSent) || outcome.failure.is_some();
        prop_assert!(is_told, "{:?} has no reason", outcome.state);
    }
    Ok(())
}

/// A plan at work.
struct Run<'p> {
    plan: &'p Plan,
    clock: Clock,
    transport: InProcess,
    client: Client<InProcess>,
    json: String,
}

impl Run<'_> {
    fn new(plan: &Plan) -> Run<'_> {
        let clock = Clock::default();
        let (style, pairs) = plan.style;
        let config = Config { token_uses: plan.token_uses, seed: plan.seed, style, pairs, ..Config::default() };
        let system = config.systems[0].clone();
        let transport = InProcess::new(&clock, config, plan.seed);
        transport.sandbox.borrow_mut().plan(Call::Submit, plan.faults.iter().cloned());
        transport.sandbox.borrow_mut().plan(Call::Token, plan.token_faults.iter().cloned());
        transport.network.borrow_mut().extend(plan.network.iter().copied());
        let client = Client::new(Settings::platform(settings().base, system.id, system.key), transport.clone());
        Run { plan, clock, transport, client, json: spoilt_licences(plan.count, plan.spoilt) }
    }

    /// Submits, ended after so many milliseconds.
    fn submit(&self, resume: Option<&Report>, resend_unknown: bool, ends_after: Option<u64>) -> Result<Report, TestCaseError> {
        let (options, entries) = (Options::default(), entries(&self.json));
        let Plan { chunk_size, concurrency, .. } = *self.plan;
        let submission = Submission { chunk_size, concurrency, resume, resend_unknown, ..Submission::new(&options) };
        let ending = async {
            if let Some(after) = ends_after {
                self.clock.sleep(Duration::from_millis(after)).await;
                submission.stop.stop();
            }
        };
        let submitting = self.client.submit(Kind::Safety, &entries, &submission, |_| {});
        let report = run(&self.clock, join(submitting, ending)).0.unwrap();
        agrees(&report, self.plan.count, &self.transport)?;
        Ok(report)
    }
}

fn holds(plan: &Plan) -> Result<(), TestCaseError> {
    let run = Run::new(plan);
    let first = run.submit(None, false, plan.ends_after)?;
    prop_assert!(held(&run.transport).iter().all(|(_, times)| *times == 1), "sent again though it may have been received");

    // Handed back while things still go wrong.
    let second = run.submit(Some(&first), false, None)?;
    prop_assert!(ids(&first, &[State::Unknown]).is_subset(&ids(&second, &[State::Unknown])), "unknown was sent again unasked");

    // And then until all is settled; the faults that are left come to an end.
    run.transport.network.borrow_mut().clear();
    let mut report = second;
    let open = |report: &Report| report.count(State::Unknown) + report.count(State::NotSent);
    for _ in 0..200 {
        if open(&report) > 0 {
            report = run.submit(Some(&report), true, None)?;
        }
    }
    prop_assert_eq!(open(&report), 0);
    prop_assert_eq!(report.count(State::Invalid), plan.count / plan.spoilt);
    prop_assert_eq!(held(&run.transport).len(), plan.count - plan.count / plan.spoilt);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]
    #[test]
    fn every_record_has_one_outcome_and_it_is_true(plan in plan()) {
        holds(&plan)?;
    }
}
