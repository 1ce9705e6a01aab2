//! What a run leaves behind for pipelines: `landscape.json` and `keys/<name>.json`, under fixed names.

use crate::failure::{Failure, Result};
use crate::landscape::Landscape;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

/// A landscape as it was written: what a check reads.
#[derive(Debug, Clone)]
pub struct Files {
    /// `landscape.json`.
    pub landscape: Landscape,
    /// `keys/<name>.json`, by name.
    pub keys: BTreeMap<String, Value>,
}

/// Writes both; keys and the file with passwords can be read by their owner only.
pub(crate) fn write(dir: &Path, landscape: &Landscape, keys: &BTreeMap<String, Value>) -> Result<()> {
    let folder = dir.join("keys");
    fs::create_dir_all(&folder).map_err(|e| failed(&folder, &e))?;
    write_private(&dir.join("landscape.json"), landscape)?;
    keys.iter().try_for_each(|(name, key)| write_private(&folder.join(format!("{name}.json")), key))
}

fn write_private(path: &Path, content: &impl serde::Serialize) -> Result<()> {
    let text = serde_json::to_vec_pretty(content).map_err(|e| Failure::new(e.to_string()))?;
    let file = fs::OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(path);
    file.and_then(|mut file| file.write_all(&text)).map_err(|e| failed(path, &e))
}

fn failed(path: &Path, error: &std::io::Error) -> Failure {
    Failure::new(format!("{} cannot be written: {error}", path.display())).fix("choose another folder with --out")
}

impl Files {
    /// Reads `landscape.json` at `path` and the folder `keys` beside it; keys that are not there are left out.
    ///
    /// # Errors
    /// When one of the files cannot be read or is not what it should be, or when there is nothing to check with.
    pub fn read(path: &Path) -> Result<Self> {
        let landscape: Landscape = read_json(path)?;
        let folder = path.with_file_name("keys");
        let mut keys = BTreeMap::new();
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let file = entry.path();
            if let (Some(name), Some("json")) =
                (file.file_stem().and_then(|n| n.to_str()), file.extension().and_then(|e| e.to_str()))
            {
                keys.insert(name.to_owned(), read_json(&file)?);
            }
        }
        if keys.is_empty() && landscape.people.is_empty() {
            return Err(Failure::new(format!("there is no service key in {}", folder.display()))
                .fix("without keys nothing can be checked; docs/guide.md says which ones to put there"));
        }
        Ok(Self { landscape, keys })
    }
}

fn read_json<T: serde::de::DeserializeOwned>(path: &Path) -> Result<T> {
    let text = fs::read(path).map_err(|e| {
        Failure::new(format!("{} cannot be read: {e}", path.display()))
            .fix("`guide run --out DIR` writes one; docs/guide.md says what it holds for a landscape of your own")
    })?;
    serde_json::from_slice(&text).map_err(|e| {
        Failure::new(format!("{} is not what it should be: {e}", path.display()))
            .fix("compare it with the examples in docs/guide.md")
    })
}
