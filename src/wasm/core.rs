//! The functions of the `core` build. Each takes numbers, works on the buffers, and answers with the address of its result.

use std::cell::RefCell;

use wasm_bindgen::prelude::wasm_bindgen;

use super::input::Input;
use super::pack::Packed;
use super::result::Output;
use super::stream::Streams;
use crate::check::plan::{condition_mask, reads_mask};
use crate::check::{self, Options, Profile, Progress, Root, Stream, Together};
use crate::normalise::changes;
use crate::payload::Body;
use crate::record::Record;
use crate::record::by_parts::ByParts;
use crate::record::date::Date;
use crate::record::names;
use crate::spec::Kind;

struct Instance {
    input: Input,
    output: Output,
    options: Options,
    /// The day that was given last, and its date: at most calls it is the same.
    day: (i32, Option<Date>),
    /// The batches under way; a getter of a record may start another one.
    batches: Vec<Batch>,
    streams: Streams,
}

struct Batch {
    kind: Kind,
    /// A getter that calls the library may give it another day meanwhile.
    today: Option<Date>,
    progress: Progress,
    /// How far it is read, where it is given as bytes.
    parts: ByParts,
    /// The body, where one is built.
    body: Option<Body>,
}

thread_local! {
    static INSTANCE: RefCell<Instance> = const { RefCell::new(Instance::NEW) };
}

fn with<R: Default>(work: impl FnOnce(&mut Instance) -> R) -> R {
    INSTANCE.with_borrow_mut(work)
}

impl Instance {
    /// As the module is loaded: nothing then has to be made at the first call, or asked for at every one.
    const NEW: Instance = Instance {
        input: Input::NEW,
        output: Output::NEW,
        options: Options::new(Profile::Document),
        day: (i32::MIN, None),
        batches: Vec::new(),
        streams: Streams::NEW,
    };

    /// Works on the batch under way, with its day in force.
    fn batch(&mut self, work: impl FnOnce(&mut Batch, &Options, &Input)) {
        let Some(batch) = self.batches.last_mut() else { return };
        self.options.today = batch.today;
        work(batch, &self.options, &self.input);
    }

    /// Works on the packed record under these options.
    fn record(
        &mut self,
        kind: u32,
        packed: impl FnOnce(Kind) -> Packed,
        today: i32,
        work: impl FnOnce(&Record, &Options, &mut Output) -> usize,
    ) -> usize {
        if today != self.day.0 {
            self.day = (today, Date::from_days(today));
        }
        self.options.today = self.day.1;
        let Some(kind) = Kind::from_index(kind) else { return 0 };
        let mut record = Record::new(kind);
        self.input.unpack(packed(kind), &mut record);
        let at = work(&record, &self.options, &mut self.output);
        record.let_go();
        at
    }
}

/// Makes room in the input buffer; its address, or 0 where the input is too large.
#[wasm_bindgen]
pub fn reserve(bytes: usize) -> usize {
    with(|instance| instance.input.reserve(bytes))
}

/// Takes what a page has by chance, for the key of what is remembered of records.
#[wasm_bindgen]
pub fn sow(high: u32, low: u32) {
    names::sow(u64::from(high) << 32 | u64::from(low));
}

/// Takes options as JSON text; whether they could be read.
#[wasm_bindgen]
pub fn configure(len: usize) -> bool {
    with(|instance| Options::from_json(instance.input.bytes(len)).map(|options| instance.options = options).is_some())
}

/// Checks the packed record.
#[wasm_bindgen]
pub fn validate(kind: u32, extras: usize, today: i32) -> usize {
    with(|instance| {
        instance.record(kind, |_| Packed::whole(extras), today, |record, options, out| out.report(check::validate(record, options), None))
    })
}

/// Checks one field of the packed record, and the rules that read it.
#[wasm_bindgen]
pub fn validate_field(kind: u32, field: usize, today: i32) -> usize {
    with(|instance| {
        instance.record(
            kind,
            |kind| Packed::fields(reads_mask(kind, field)),
            today,
            |record, options, out| out.issues(&check::validate_field_at(record, field, options)),
        )
    })
}

/// What each field of the packed record needs now.
#[wasm_bindgen]
pub fn needs(kind: u32, today: i32) -> usize {
    with(|instance| {
        instance.record(
            kind,
            |kind| Packed::fields(condition_mask(kind)),
            today,
            |record, options, out| out.needs(&check::needs(record, options)),
        )
    })
}

/// The canonical spellings of the packed record.
#[wasm_bindgen]
pub fn normalise(kind: u32) -> usize {
    with(|instance| instance.record(kind, |_| Packed::whole(0), i32::MIN, |record, _, out| out.changes(&changes(record))))
}

/// Starts a batch of packed records, or (mode 1) the body of a request.
#[wasm_bindgen]
pub fn batch_begin(kind: u32, mode: u32, today: i32) {
    with(|instance| {
        let today = Date::from_days(today);
        let kind = Kind::from_index(kind).unwrap_or(Kind::Preview);
        let body = if mode == 1 { Body::open(kind, &instance.options).ok() } else { None };
        let together = if mode == 1 { Together::Request } else { Together::Batch };
        instance.batches.push(Batch { kind, today, progress: Progress::new(kind, together), parts: ByParts::new(kind), body });
    });
}

/// Adds the packed record to the batch.
#[wasm_bindgen]
pub fn batch_add(extras: usize) {
    with(|instance| {
        instance.batch(|batch, options, input| {
            let mut record = Record::new(batch.kind);
            input.unpack(Packed::whole(extras), &mut record);
            let valid = batch.progress.with(options).record(&record);
            if let Some(body) = batch.body.as_mut().filter(|_| valid) {
                body.add(&record, &options.layout);
            }
            record.let_go();
        });
    });
}

/// Adds an entry that is no object to the batch.
#[wasm_bindgen]
pub fn batch_add_other() {
    with(|instance| instance.batch(|batch, options, _| batch.progress.with(options).not_an_object()));
}

/// Ends the batch.
#[wasm_bindgen]
pub fn batch_end() -> usize {
    with(|instance| {
        let Some(mut batch) = instance.batches.pop() else { return 0 };
        let mut checker = batch.progress.with(&instance.options);
        if batch.body.is_some() {
            checker.require_records();
        }
        instance.output.report(checker.tell(Root::Batch), batch.body.map(Body::close))
    })
}

/// Gives the batch up.
#[wasm_bindgen]
pub fn batch_abort() {
    with(|instance| _ = instance.batches.pop());
}

/// Checks the records that are whole in the next bytes of the batch, which in mode 1 are the last; with how many of them it is done. The
/// others must come again, with more behind them.
#[wasm_bindgen]
pub fn batch_text(len: usize, mode: u32) -> usize {
    with(|instance| {
        let mut done = 0;
        instance.batch(|batch, options, input| done = batch.progress.with(options).part(&mut batch.parts, input.bytes(len), mode == 1));
        done
    })
}

/// Checks a whole request body given as bytes.
#[wasm_bindgen]
pub fn request_text(len: usize, today: i32) -> usize {
    with(|instance| {
        instance.options.today = Date::from_days(today);
        let report = check::validate_request(instance.input.bytes(len), &instance.options);
        instance.output.report(report, None)
    })
}

/// Starts a batch that comes piece by piece, with the options in force now; its number.
#[wasm_bindgen]
pub fn stream_begin(kind: u32, today: i32) -> usize {
    with(|instance| {
        let mut options = instance.options.clone();
        options.today = Date::from_days(today);
        instance.streams.keep(Stream::new(Kind::from_index(kind).unwrap_or(Kind::Preview), options))
    })
}

/// Adds bytes to that batch, and in mode 1 its end; checks what is whole.
#[wasm_bindgen]
pub fn stream_add(number: usize, len: usize, mode: u32) -> usize {
    with(|instance| {
        let Some(stream) = instance.streams.get(number) else { return 0 };
        stream.push(instance.input.bytes(len));
        if mode == 1 {
            stream.end();
        }
        let (report, turn) = stream.check();
        instance.output.turn(report, turn)
    })
}

/// Gives that batch up, ended or not.
#[wasm_bindgen]
pub fn stream_free(number: usize) {
    with(|instance| instance.streams.free(number));
}
