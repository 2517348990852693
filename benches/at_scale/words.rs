//! The words of a made organisation.

use std::fmt::Write as _;

pub(crate) const LEADERS: [&str; 8] = [
    "Chief Executive",
    "Medical Director",
    "Chief Nurse",
    "Chief Operating Officer",
    "Director of Finance",
    "Care Group Director",
    "Divisional Director",
    "Director of Workforce",
];

pub(crate) const MANAGERS: [&str; 10] = [
    "General Manager",
    "Service Manager",
    "Operational Manager",
    "Matron",
    "Ward Manager",
    "Team Manager",
    "Team Leader",
    "Lead Pharmacist",
    "Clinical Lead",
    "Office Manager",
];

/// With the profession of whoever holds such a post.
pub(crate) const STAFF: [(&str, Option<u8>); 24] = [
    ("Staff Nurse", Some(0)),
    ("Senior Staff Nurse", Some(0)),
    ("Staff Nurse (\"bank\")", Some(0)),
    ("Healthcare Assistant", Some(0)),
    ("Midwife", Some(1)),
    ("Consultant", Some(2)),
    ("Specialty Registrar", Some(2)),
    ("Foundation Doctor", Some(2)),
    ("Physiotherapist", Some(4)),
    ("Occupational Therapist", Some(5)),
    ("Dietitian", Some(6)),
    ("Podiatrist", Some(7)),
    ("Radiographer", Some(8)),
    ("Biomedical Scientist", Some(9)),
    ("Pharmacist", Some(10)),
    ("Pharmacy Technician", Some(10)),
    ("Psychologist", Some(11)),
    ("Social Worker", Some(12)),
    ("Paramedic", Some(13)),
    ("Ward Clerk", None),
    ("Medical Secretary", None),
    ("Porter", None),
    ("Domestic Assistant", None),
    ("Analyst", None),
];

/// Professions, and the one that contains each.
pub(crate) const PROFESSIONS: [(&str, &str, Option<u8>); 14] = [
    ("nursing", "Nursing", None),
    ("midwifery", "Midwifery", Some(0)),
    ("medical", "Medicine", None),
    ("allied-health", "Allied health professions", None),
    ("physiotherapy", "Physiotherapy", Some(3)),
    ("occupational-therapy", "Occupational therapy", Some(3)),
    ("dietetics", "Dietetics", Some(3)),
    ("podiatry", "Podiatry", Some(3)),
    ("radiography", "Radiography", Some(3)),
    ("science", "Healthcare science", None),
    ("pharmacy", "Pharmacy", None),
    ("psychology", "Psychology", None),
    ("social-work", "Social work", None),
    ("paramedicine", "Paramedicine", None),
];

/// The one that headships are about.
pub(crate) const DIETETICS: u8 = 6;

pub(crate) const SERVICES: [&str; 12] = [
    "Surgery",
    "Acute Medicine",
    "Paediatrics",
    "Maternity",
    "Cardiology",
    "Trauma & Orthopaedics",
    "Ménière Clinic",
    "Critical Care",
    "Emergency Department",
    "Community Nursing",
    "Mental Health",
    "Older People",
];

pub(crate) const GRADES: [&str; 12] = [
    "Band 2", "Band 3", "Band 4", "Band 5", "Band 6", "Band 7", "Band 8a", "Band 8b", "Band 8c",
    "Band 8d", "Band 9", "VSM",
];

const FIRST: [&str; 16] = [
    "Ama", "Priya", "Rory", "Sofia", "Tom", "Wei", "Nadia", "Kofi", "Elin", "Marek", "Aisha",
    "Owen", "Lucia", "Hamid", "Grace", "Ivan",
];

const LAST: [&str; 48] = [
    "Mensah", "Okafor", "Lim", "Idris", "Roy", "Patel", "Jones", "Khan", "Novak", "Evans", "Silva",
    "Begum", "Hughes", "Costa", "Ahmed", "Walsh", "Osei", "Chen", "Murphy", "Kaur", "Price",
    "Santos", "Reid", "Bello", "Hall", "Ali", "Green", "Rossi", "Young", "Adeyemi", "Cole",
    "Singh", "Ward", "Popa", "Bell", "Nair", "Gray", "Cruz", "Ellis", "Sato", "Fox", "Diallo",
    "Webb", "Kim", "Shaw", "Abbas", "Lane", "Moyo",
];

/// How many people can be told apart.
pub(crate) const MOST_HOLDERS: usize = FIRST.len() * 26 * LAST.len() * LAST.len();

/// Writes the name of a person: each number has another.
pub(crate) fn write_holder(out: &mut String, person: u32) {
    // Far from each other in the alphabet, as people who follow one another are.
    let mut left = (person as usize * 7_919) % MOST_HOLDERS;
    let mut digit = |base: usize| {
        let digit = left % base;
        left /= base;
        digit
    };
    let (first, last, other) = (
        FIRST[digit(FIRST.len())],
        LAST[digit(LAST.len())],
        LAST[digit(LAST.len())],
    );
    let middle = char::from(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ"[digit(26)]);
    write!(out, "{first} {middle}. {last}-{other}").expect("a string takes it");
}
