//! What people see: headlines and notes on stderr, tables as text.

use std::time::Duration;

/// Opens a part of a longer run.
pub fn headline(text: &str) {
    eprintln!("\n==> {text}");
}

pub fn note(text: &str) {
    eprintln!("    {text}");
}

/// A table with aligned columns; the last column may be as long as it likes.
pub fn table(head: &[&str], rows: &[Vec<String>]) -> String {
    let width = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count());
        cells.chain([head[column].chars().count()]).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..head.len()).map(width).collect();
    let rule: Vec<String> = widths.iter().map(|width| "-".repeat(*width)).collect();
    let head: Vec<String> = head.iter().map(|cell| (*cell).to_owned()).collect();
    let lines = [&head, &rule].into_iter().chain(rows);
    lines.map(|row| table_line(row, &widths)).collect()
}

fn table_line(row: &[String], widths: &[usize]) -> String {
    let cells: Vec<String> = row.iter().zip(widths).map(|(cell, width)| format!("{cell:width$}")).collect();
    format!("{}\n", cells.join("  ").trim_end())
}

pub fn duration(time: Duration) -> String {
    match time.as_secs() {
        seconds @ 60.. => format!("{} min {:02} s", seconds / 60, seconds % 60),
        _ => format!("{:.1} s", time.as_secs_f64()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_as_wide_as_their_widest_cell() {
        let rows = [vec!["fmt".to_owned(), "ok".to_owned()], vec!["clippy".to_owned(), "FAILED".to_owned()]];
        assert_eq!(table(&["part", "result"], &rows), "part    result\n------  ------\nfmt     ok\nclippy  FAILED\n");
    }

    #[test]
    fn long_times_are_told_in_minutes() {
        assert_eq!(duration(Duration::from_millis(1_540)), "1.5 s");
        assert_eq!(duration(Duration::from_secs(125)), "2 min 05 s");
    }
}
