//! The table of results.

use serde_json::{Value, json};

/// One measurement beside its limit and its goal.
#[derive(Debug)]
pub(crate) struct Row {
    what: String,
    ours: String,
    raw: String,
    ratio: Option<f64>,
    goal: String,
    verdict: String,
}

impl Row {
    /// A measurement; what is not said stays empty.
    pub(crate) fn of(what: impl Into<String>, ours: impl Into<String>) -> Self {
        let empty = String::new;
        Self { what: what.into(), ours: ours.into(), raw: empty(), ratio: None, goal: empty(), verdict: empty() }
    }

    /// What the machine could do.
    pub(crate) fn beside(mut self, raw: impl Into<String>) -> Self {
        self.raw = raw.into();
        self
    }

    pub(crate) fn ratio(mut self, ratio: f64) -> Self {
        self.ratio = Some(ratio);
        self
    }

    pub(crate) fn goal(mut self, goal: &str, reached: bool) -> Self {
        goal.clone_into(&mut self.goal);
        (if reached { "reached" } else { "missed" }).clone_into(&mut self.verdict);
        self
    }

    fn cells(&self) -> [String; 6] {
        let ratio = self.ratio.map(|ratio| format!("{ratio:.2}")).unwrap_or_default();
        let Self { what, ours, raw, goal, verdict, .. } = self;
        [what.clone(), ours.clone(), raw.clone(), ratio, goal.clone(), verdict.clone()]
    }
}

const HEAD: [&str; 6] = ["axis", "Ropeway", "beside", "ratio", "goal", "verdict"];

/// Rows in the order of the measurements.
#[derive(Debug, Default)]
pub(crate) struct Table {
    rows: Vec<Row>,
    failures: usize,
}

impl Table {
    /// Adds a row, and says so at once, since a run takes minutes.
    pub(crate) fn add(&mut self, row: Row) {
        let cells = row.cells();
        let said: Vec<&str> = cells.iter().map(String::as_str).filter(|cell| !cell.is_empty()).collect();
        eprintln!("  {}", said.join(" | "));
        self.rows.push(row);
    }

    /// What could not be measured here, and why that is no failure.
    pub(crate) fn absent(&mut self, what: &str, why: &str) {
        self.add(Row { verdict: "not measured".to_owned(), ..Row::of(what, why) });
    }

    /// A measurement that went wrong.
    pub(crate) fn failed(&mut self, what: &str, why: &str) {
        self.failures += 1;
        self.add(Row { verdict: "failed".to_owned(), ..Row::of(what, why) });
    }

    pub(crate) fn has_failures(&self) -> bool {
        self.failures > 0
    }

    pub(crate) fn markdown(&self) -> String {
        let line = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
        let rows: String = self.rows.iter().map(|row| line(&row.cells())).collect();
        format!("{}|---|---|---|---|---|---|\n{rows}", line(&HEAD.map(str::to_owned)))
    }

    pub(crate) fn json(&self) -> String {
        let row = |row: &Row| {
            let Row { what, ours, raw, ratio, goal, verdict } = row;
            json!({ "axis": what, "ropeway": ours, "beside": raw, "ratio": ratio, "goal": goal, "verdict": verdict })
        };
        Value::Array(self.rows.iter().map(row).collect()).to_string()
    }

    pub(crate) fn plain(&self) -> String {
        let lines: Vec<[String; 6]> =
            [HEAD.map(str::to_owned)].into_iter().chain(self.rows.iter().map(Row::cells)).collect();
        let width = |column: usize| lines.iter().map(|cells| cells[column].chars().count()).max().unwrap_or(0);
        let widths = [0, 1, 2, 3, 4, 5].map(width);
        let line = |cells: &[String; 6]| {
            let padded = cells.iter().zip(widths).map(|(cell, width)| format!("{cell:width$}"));
            padded.collect::<Vec<_>>().join("  ").trim_end().to_owned() + "\n"
        };
        lines.iter().map(line).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> Table {
        let mut table = Table::default();
        table.add(Row::of("a", "10/s").beside("20/s").ratio(0.5).goal("≥ 0.4", true));
        table.add(Row::of("longer", "1 ms").goal("< 1 ms", false));
        table
    }

    #[test]
    fn a_missed_goal_is_no_failure() {
        let mut table = table();
        assert!(!table.has_failures());
        table.absent("nginx", "not installed");
        assert!(!table.has_failures());
        table.failed("c", "the server does not start");
        assert!(table.has_failures());
    }

    #[test]
    fn the_three_forms_say_the_same() {
        let plain = table().plain();
        assert!(plain.contains("a       10/s     20/s    0.50   ≥ 0.4   reached"), "{plain}");
        assert!(table().markdown().ends_with("| longer | 1 ms |  |  | < 1 ms | missed |\n"));
        let rows: Value = serde_json::from_str(&table().json()).unwrap();
        assert_eq!(rows[0]["ratio"], 0.5);
        assert_eq!(rows[1]["verdict"], "missed");
    }
}
