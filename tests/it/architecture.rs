//! The layers of the crate: each imports only those above it.

use std::fs;
use std::path::Path;

/// The layers, lowest first: a file uses only its own layer and those before it.
const LAYERS: [&[&str]; 9] = [
    &["quoted"],
    &["model"],
    &["ids", "near"],
    &["document"],
    &["problem"],
    &["organisation"],
    &["view"],
    &["ask"],
    &["draw", "petgraph08", "organogram"],
];

fn layer(module: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| layer.contains(&module))
}

fn files(folder: &Path, found: &mut Vec<std::path::PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

#[test]
fn imports_go_one_way() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut sources = Vec::new();
    files(&src, &mut sources);
    assert!(sources.len() > 20);
    for file in sources {
        let inside = file.strip_prefix(&src).expect("inside");
        let module = inside
            .components()
            .next()
            .expect("a name")
            .as_os_str()
            .to_string_lossy();
        let module = module.trim_end_matches(".rs");
        if module == "lib" {
            continue;
        }
        let own = layer(module).expect("every module has a layer");
        let text = fs::read_to_string(&file).expect("readable");
        for used in text.split("crate::").skip(1) {
            let used = used
                .split(|c: char| !c.is_alphanumeric() && c != '_')
                .next()
                .unwrap_or("");
            if let Some(layer) = layer(used) {
                assert!(layer <= own, "{} uses {used}", file.display());
            }
        }
    }
}
