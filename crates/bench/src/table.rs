//! The table of results.

/// Rows in the order of the measurements.
#[derive(Debug, Default)]
pub(crate) struct Table(Vec<[String; 4]>);

impl Table {
    /// Adds a row, and says so at once, since a run takes minutes.
    pub(crate) fn row(&mut self, axis: &str, ours: &str, raw: &str, ratio: &str) {
        eprintln!("{axis}: {ours} ({raw}) {ratio}");
        self.0.push([axis, ours, raw, ratio].map(str::to_owned));
    }

    pub(crate) fn markdown(&self) -> String {
        let rows = self.0.iter().map(|[axis, ours, raw, ratio]| format!("| {axis} | {ours} | {raw} | {ratio} |\n"));
        format!("| axis | Ropeway | raw limit | ratio |\n|---|---|---|---|\n{}", rows.collect::<String>())
    }

    pub(crate) fn plain(&self) -> String {
        let width = |column: usize| self.0.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
        let (a, b, c) = (width(0), width(1), width(2));
        let rows = self.0.iter().map(|[axis, ours, raw, ratio]| format!("{axis:a$}  {ours:b$}  {raw:c$}  {ratio}\n"));
        rows.collect()
    }
}
