//! Lists: filtered, sorted, cut into pages. A list of the store is read in the order of its keys and only as far as the
//! page needs it; what is kept in memory is the page.

use super::call::{Answer, Call, Outcome};
use super::error::Problem;
use super::schema::SCHEMA;
use http::StatusCode;
use odata::v2::{Entity, EntityType, Feed};
use odata::{List, Value};

/// How many rows are read at a time.
const CHUNK: usize = 1000;
/// What has an effect on a list.
const OPTIONS: [&str; 8] = ["$filter", "$orderby", "$select", "$expand", "$top", "$skip", "$skiptoken", "$inlinecount"];
/// What has an effect on its number.
const OF_NUMBERS: [&str; 3] = ["$filter", "$top", "$skip"];

/// A list that is being read.
pub(super) struct Reading<'c> {
    call: &'c Call,
    ty: &'static EntityType,
    list: List<'c, Entity>,
    after: String,
    asked: usize,
    over: bool,
}

impl Call {
    /// A list of which all entities are at hand.
    pub(super) fn list(&self, ty: &'static EntityType, entities: Vec<Entity>) -> Outcome {
        let mut reading = self.read(ty)?;
        for (at, entity) in (0..).zip(entities) {
            // Keys inside of one artifact need not be unique: two folders may have a file of the same name.
            let key = entity.key().into_iter().chain([Value::Int(at)]).collect();
            reading.list.offer(entity, key, Entity::at)?;
        }
        Ok(reading.end())
    }

    /// Begins a list whose rows are read in the order of their keys.
    ///
    /// # Errors
    /// When an option cannot be read, or would have no effect.
    pub(super) fn read(&self, ty: &'static EntityType) -> Result<Reading<'_>, Problem> {
        let query = &self.query;
        query.check_paths(|path| ty.has_path(path))?;
        let list = if self.counts() {
            query.only("the number of a list", &OF_NUMBERS)?;
            List::number(query)
        } else {
            query.only("a list", &OPTIONS)?;
            SCHEMA.selected(ty, query)?;
            List::new(query, &self.raw_path, self.page)?
        };
        Ok(Reading { call: self, ty, list, after: String::new(), asked: 0, over: false })
    }
}

impl Reading<'_> {
    /// Begins where the page before ended. Only for lists that are read by the first part of their key.
    pub(super) fn seek(&mut self) {
        if let Some(Value::Text(after)) = self.list.begins_after() {
            self.after.clone_from(after);
        }
    }

    /// Says how many rows there are, so that they need not be read to be counted.
    pub(super) fn there_are(&mut self, rows: usize) {
        self.list.there_are(rows);
    }

    /// Whether the number is wanted, also of what is not on the page.
    pub(super) fn counts(&self) -> bool {
        self.call.counts() || self.call.query.count
    }

    /// What to read next: so many rows after this key. None when the page is complete, or nothing is left.
    pub(super) fn next(&mut self) -> Option<(String, usize)> {
        if self.over || self.list.is_complete() {
            return None;
        }
        self.asked = self.list.wants().min(CHUNK);
        Some((self.after.clone(), self.asked))
    }

    /// Takes the rows that were read, each with the key it was read by; those without an entity do not count.
    ///
    /// # Errors
    /// When the filter compares what has no order.
    pub(super) fn take(&mut self, rows: impl IntoIterator<Item = (String, Vec<Entity>)>) -> Result<(), Problem> {
        let mut read = 0;
        for (key, entities) in rows {
            read += 1;
            for entity in entities {
                let sorted_by = [Value::from(key.as_str())].into_iter().chain(entity.key()).collect();
                self.list.offer(entity, sorted_by, Entity::at)?;
            }
            self.after = key;
        }
        self.over = read < self.asked;
        Ok(())
    }

    /// The page, or the number.
    pub(super) fn end(self) -> Answer {
        let (query, listed) = (&self.call.query, self.list.finish());
        if self.call.counts() {
            let all = listed.count.unwrap_or_default().saturating_sub(query.skip.unwrap_or_default());
            return Answer::Text(StatusCode::OK, all.min(query.top.unwrap_or(usize::MAX)).to_string());
        }
        let next = listed.next.map(|query| self.call.next(&query));
        let feed = Feed { entities: listed.rows, count: listed.count, next, select: query.select.clone() };
        Answer::Feed(self.ty, feed)
    }
}
