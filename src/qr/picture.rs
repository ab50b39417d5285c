//! The QR code as a picture (ISO/IEC 18004): SVG to be printed, PNG of so many pixels. Black on white, with its quiet zone.

use qrcode::{Color, EcLevel, QrCode};

use super::error::{Part, QrError, Reason};
use super::png;

/// How much of the code may be lost before it cannot be read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Level {
    /// 7 %.
    L,
    /// 15 %.
    #[default]
    M,
    /// 25 %.
    Q,
    /// 30 %.
    H,
}

/// The modules of a code.
pub struct Picture {
    dark: Vec<bool>,
    width: usize,
}

/// No picture is wider, in pixels.
const WIDEST: usize = 8192;

impl Level {
    /// The level of that letter.
    pub fn from_id(id: &str) -> Option<Level> {
        Some(match id {
            "L" => Level::L,
            "M" => Level::M,
            "Q" => Level::Q,
            "H" => Level::H,
            _ => return None,
        })
    }
}

impl Picture {
    /// The code of a text.
    ///
    /// # Errors
    /// `length`, of a text that no code can hold.
    pub fn of(text: &str, level: Level) -> Result<Picture, QrError> {
        let level = match level {
            Level::L => EcLevel::L,
            Level::M => EcLevel::M,
            Level::Q => EcLevel::Q,
            Level::H => EcLevel::H,
        };
        let code = QrCode::with_error_correction_level(text, level).map_err(|_| QrError::new(Part::Content, Reason::Length))?;
        let width = code.width();
        Ok(Picture { dark: code.into_colors().into_iter().map(|color| color == Color::Dark).collect(), width })
    }

    /// How many modules it is wide, without its quiet zone.
    pub fn width(&self) -> usize {
        self.width
    }

    /// As SVG, one unit a module, with `margin` modules of quiet zone and a title for whoever cannot see it.
    pub fn svg(&self, margin: usize, title: &str) -> String {
        let side = self.width + 2 * margin;
        let runs: String =
            self.runs().map(|(row, from, length)| format!("M{} {}h{length}v1h-{length}z", from + margin, row + margin)).collect();
        let title: String = title.chars().map(escaped).collect();
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\" role=\"img\">\
             <title>{title}</title><path fill=\"#fff\" d=\"M0 0h{side}v{side}h-{side}z\"/><path d=\"{runs}\"/></svg>"
        )
    }

    /// As PNG of `size` pixels each way: each module the same whole number of pixels, what is left over around it.
    ///
    /// # Errors
    /// `length`, where a module would have no pixel, or of a picture beyond 8192 pixels.
    pub fn png(&self, size: usize, margin: usize) -> Result<Vec<u8>, QrError> {
        let bad = QrError::new(Part::Picture, Reason::Length);
        let scale = size / (self.width + 2 * margin);
        if scale == 0 || size > WIDEST {
            return Err(bad);
        }
        let start = (size - scale * self.width) / 2;
        let is_light = |x: usize, y: usize| {
            let module = |at: usize| at.checked_sub(start).map(|at| at / scale).filter(|at| *at < self.width);
            module(x).zip(module(y)).is_none_or(|(column, row)| !self.is_dark(row, column))
        };
        let row =
            |y: usize| (0..size.div_ceil(8)).map(move |byte| (0..8).fold(0, |bits, bit| bits << 1 | u8::from(is_light(byte * 8 + bit, y))));
        let pixels: Vec<u8> = (0..size).flat_map(row).collect();
        png::written(&pixels, size).ok_or(bad)
    }

    fn is_dark(&self, row: usize, column: usize) -> bool {
        self.dark.get(row * self.width + column).copied().unwrap_or_default()
    }

    /// Runs of dark modules: row, first column, length.
    fn runs(&self) -> impl Iterator<Item = (usize, usize, usize)> + '_ {
        self.dark.chunks(self.width.max(1)).enumerate().flat_map(|(row, modules)| {
            let starts = (0..modules.len()).filter(|at| is_dark_at(modules, *at) && (*at == 0 || !is_dark_at(modules, at - 1)));
            starts.map(move |from| (row, from, modules.iter().skip(from).take_while(|dark| **dark).count()))
        })
    }
}

fn is_dark_at(modules: &[bool], at: usize) -> bool {
    modules.get(at).copied().unwrap_or_default()
}

/// A character of a text in XML; those that XML cannot hold become a space.
fn escaped(letter: char) -> String {
    match letter {
        '&' => "&amp;".to_owned(),
        '<' => "&lt;".to_owned(),
        '>' => "&gt;".to_owned(),
        control if control.is_control() || matches!(control, '\u{fffe}' | '\u{ffff}') => " ".to_owned(),
        other => other.to_string(),
    }
}
