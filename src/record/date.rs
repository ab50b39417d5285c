//! A day, in the two forms that are accepted and the one that is written (reading R1).
//!
//! No time, no zone, and no clock: what day it is comes from outside.

use super::bytes::pairs;

/// A day of the years 1900–2199.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    // In this order, so that the derived comparison is the calendar's.
    year: u16,
    month: u8,
    day: u8,
}

const FIRST_YEAR: u16 = 1900;
const LAST_YEAR: u16 = 2199;
/// Days of 400 years, after which the calendar repeats itself.
const ERA: i64 = 146_097;
/// From the first of March of the year 0 to 1970-01-01.
const DAYS_FROM_MARCH_0_TO_1970: i64 = 719_468;

impl Date {
    /// The day written as `yyyy-MM-dd` or `yyyyMMdd`, if there is one.
    pub fn parse(text: &str) -> Option<Date> {
        let digits = match text.as_bytes().try_into() {
            Ok(digits) => digits,
            Err(_) => without_hyphens(text.as_bytes().try_into().ok()?)?,
        };
        let [century, year, month, day] = pairs(digits)?;
        Date::new(u16::from(century) * 100 + u16::from(year), month, day)
    }

    /// That day, if it exists.
    #[inline]
    pub fn new(year: u16, month: u8, day: u8) -> Option<Date> {
        // Every month has the days that most dates have.
        let is_in_month = matches!((month, day), (1..=12, 1..=28)) || (1..=month_length(year, month)).contains(&day);
        ((FIRST_YEAR..=LAST_YEAR).contains(&year) && is_in_month).then_some(Date { year, month, day })
    }

    /// The day so many days after 1970-01-01.
    pub fn from_days(days: i32) -> Option<Date> {
        // Counted in years that begin in March: then the leap day is the last of its year, cycle and era.
        let since_era = i64::from(days) + DAYS_FROM_MARCH_0_TO_1970;
        let (era, day) = (since_era.div_euclid(ERA), since_era.rem_euclid(ERA));
        let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
        let day = day - (365 * year + year / 4 - year / 100);
        let month = (5 * day + 2) / 153;
        let day = day - (153 * month + 2) / 5 + 1;
        let (year, month) = if month < 10 { (year, month + 3) } else { (year + 1, month - 9) };
        Date::new(u16::try_from(era * 400 + year).ok()?, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
    }

    /// The year.
    pub fn year(self) -> u16 {
        self.year
    }

    /// The month, from 1.
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, from 1.
    pub fn day(self) -> u8 {
        self.day
    }

    /// The day as it goes on the wire: `yyyy-MM-dd`, in ASCII.
    pub fn write(self) -> [u8; 10] {
        let digit = |number: u16| b'0' + (number % 10) as u8;
        let (year, month, day) = (self.year, u16::from(self.month), u16::from(self.day));
        [
            digit(year / 1000),
            digit(year / 100),
            digit(year / 10),
            digit(year),
            b'-',
            digit(month / 10),
            digit(month),
            b'-',
            digit(day / 10),
            digit(day),
        ]
    }

    /// The day as it goes on the wire.
    pub fn to_wire(self) -> String {
        self.write().into_iter().map(char::from).collect()
    }
}

/// The digits between which the hyphens stand, as numbers of eight bytes that lie over each other.
fn without_hyphens(text: [u8; 10]) -> Option<[u8; 8]> {
    const PLACES: u64 = u64::from_le_bytes([0, 0, 0, 0, 0xff, 0, 0, 0xff]);
    const HYPHENS: u64 = u64::from_le_bytes([0, 0, 0, 0, b'-', 0, 0, b'-']);
    let (front, back) = (u64::from_le_bytes(*text.first_chunk()?), u64::from_le_bytes(*text.last_chunk()?));
    let digits = front & 0xffff_ffff | front >> 8 & 0xffff << 32 | back & 0xffff << 48;
    (front & PLACES == HYPHENS).then_some(digits.to_le_bytes())
}

/// Whether the text is a day as it goes on the wire.
pub fn is_wire_form(text: &str) -> bool {
    text.contains('-') && Date::parse(text).is_some()
}

/// How many days a month has; none for a month that does not exist.
fn month_length(year: u16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        1..=12 => 31,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wire(text: &str) -> Option<String> {
        Date::parse(text).map(Date::to_wire)
    }

    #[test]
    fn both_forms_are_read() {
        assert_eq!(wire("2021-03-24").as_deref(), Some("2021-03-24"));
        assert_eq!(wire("20210324").as_deref(), Some("2021-03-24"));
        let date = Date::parse("2199-12-31").unwrap();
        assert_eq!((date.year(), date.month(), date.day()), (2199, 12, 31));
    }

    #[test]
    fn only_days_that_exist() {
        for good in ["1900-01-01", "2000-02-29", "2024-02-29", "2023-04-30", "21991231", "1900-02-28"] {
            assert!(Date::parse(good).is_some(), "{good}");
        }
        let wrong = [
            "1899-12-31",
            "2200-01-01",
            "1900-02-29",
            "2023-02-29",
            "2100-02-29",
            "2023-04-31",
            "2023-00-10",
            "2023-13-01",
            "2023-01-00",
            "2023-01-32",
            "2023-1-1",
            "2023-01-1",
            "2023/01/01",
            "202301-01",
            "2023-0101",
            "23-01-01",
            "２０２３-01-01",
            "2023-01-01 ",
            " 2023-01-01",
            "2023-01-01T00:00:00",
            "+023-01-01",
            "2023-+1-01",
            "",
            "--------",
            "2023年1月1日",
        ];
        for text in wrong {
            assert!(Date::parse(text).is_none(), "{text}");
        }
    }

    /// The plain way: numbers between hyphens.
    fn plain(text: &str) -> Option<Date> {
        let [year, month, day] = match text.len() {
            8 => [text.get(..4)?, text.get(4..6)?, text.get(6..)?],
            10 => text.split('-').collect::<Vec<_>>().try_into().ok()?,
            _ => return None,
        };
        let is_number = |part: &&str| part.bytes().all(|byte| byte.is_ascii_digit());
        let shaped = [year, month, day].iter().all(is_number) && (year.len(), month.len()) == (4, 2);
        shaped.then(|| Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?))?
    }

    #[test]
    fn two_other_characters_make_another_day_or_none() {
        const OTHERS: &str = "0123456789-/:.a\0\x1f\x7f";
        for text in ["2023-12-28", "20231228"] {
            for (first, second) in (0..text.len()).flat_map(|first| (0..=first).map(move |second| (first, second))) {
                for (one, other) in OTHERS.chars().flat_map(|one| OTHERS.chars().map(move |other| (one, other))) {
                    let mut changed: Vec<char> = text.chars().collect();
                    (changed[first], changed[second]) = (one, other);
                    let changed: String = changed.into_iter().collect();
                    assert!(Date::parse(&changed) == plain(&changed), "{changed}");
                }
            }
        }
    }

    #[test]
    fn days_are_counted_from_1970() {
        let day = |days| Date::from_days(days).map(Date::to_wire);
        assert_eq!(day(0).as_deref(), Some("1970-01-01"));
        assert_eq!(day(-1).as_deref(), Some("1969-12-31"));
        assert_eq!(day(-25_567).as_deref(), Some("1900-01-01"));
        assert_eq!(day(-25_568), None);
        assert_eq!(day(19_782).as_deref(), Some("2024-02-29"));
        assert_eq!(day(84_005).as_deref(), Some("2199-12-31"));
        assert_eq!(day(84_006), None);
        assert_eq!(day(i32::MAX), None);
        assert_eq!(day(i32::MIN), None);
    }

    #[test]
    fn every_day_has_its_number() {
        let days = (0..=3000).flat_map(|year| (0..=20).flat_map(move |month| (0..=40).map(move |day| (year, month, day))));
        let mut number = -25_567;
        for date in days.filter_map(|(year, month, day)| Date::new(year, month, day)) {
            assert!(Date::parse(&date.to_wire()) == Some(date));
            if date.day() >= 28 {
                assert!(Date::from_days(number) == Some(date));
            }
            number += 1;
        }
        assert_eq!(number, 84_006);
    }

    #[test]
    fn the_wire_form_has_hyphens() {
        assert!(is_wire_form("2023-03-24"));
        assert!(!is_wire_form("20230324"));
        assert!(!is_wire_form("2023-02-30"));
    }
}
