//! Law 30: the same chart gives the same bytes, whatever the run, the thread or
//! the seed of a hash.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::thread;

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, TestRng, TestRunner};

use crate::loaded::trust;

use super::cases::charted;

const TO: &str = "ANSWERABLE_PICTURES_TO";

/// Every picture of a few dozen charts, which are the same in every run.
fn pictures() -> String {
    let config = Config::default();
    let rng = TestRng::deterministic_rng(config.rng_algorithm);
    let mut runner = TestRunner::new_with_rng(config, rng);
    let mut pictures = String::new();
    for posts in [1..3, 3..12, 12..40] {
        for _ in 0..15 {
            let case = charted(posts.clone()).new_tree(&mut runner);
            let case = case.expect("a case").current();
            let org = case.organisation();
            let chart = case.chart(&org);
            pictures += &chart.dot().to_string();
            pictures += &chart.svg().to_string();
        }
    }
    pictures
}

#[test]
fn law_30_the_same_bytes_in_every_thread_and_process() {
    let here = pictures();
    if let Some(file) = env::var_os(TO) {
        fs::write(file, here).expect("a file is written");
        return;
    }
    let threads: Vec<_> = (0..3).map(|_| thread::spawn(pictures)).collect();
    for thread in threads {
        assert!(thread.join().expect("no panic") == here);
    }
    for run in 0..2 {
        let name = format!("pictures-{}-{run}", std::process::id());
        let file = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        let path = module_path!()
            .split_once("::")
            .expect("within the binary")
            .1;
        let test = format!("{path}::law_30_the_same_bytes_in_every_thread_and_process");
        let run = Command::new(env::current_exe().expect("this binary"))
            .args([&test, "--exact"])
            .env(TO, &file)
            .output();
        let run = run.expect("it is run");
        assert!(run.status.success(), "{run:?}");
        let there = fs::read_to_string(&file).expect("what it wrote");
        assert!(there == here && !here.is_empty());
        fs::remove_file(file).expect("a file is removed");
    }
}

#[test]
fn law_30_a_picture_written_is_the_picture_displayed() {
    let org = trust();
    let chart = org.chart().with_deputies().with_links();
    for _ in 0..3 {
        let (mut dot, mut svg) = (Vec::new(), Vec::new());
        chart.dot().write_to(&mut dot).expect("it is written");
        chart.svg().write_to(&mut svg).expect("it is written");
        assert_eq!(
            String::from_utf8(dot).as_deref(),
            Ok(&*chart.dot().to_string())
        );
        assert_eq!(
            String::from_utf8(svg).as_deref(),
            Ok(&*chart.svg().to_string())
        );
    }
}
