//! Every shape in JSON.

use answerable::{Organisation, PostRecord};
use insta::assert_snapshot;

use super::{EVERY_SHAPE, from_json, from_toml};

#[test]
fn every_shape_in_json() {
    let org = from_toml(EVERY_SHAPE);
    let json = serde_json::to_string(&org).expect("an organisation in JSON");
    let lined = json.replace("},\"", "},\n\"");
    assert_eq!(from_json(&lined), org);
    assert_snapshot!(lined, @r#"
    {"version":1,"title":"Thamesmouth NHS Foundation Trust","about":"A trust of every shape","cover":{"reverts_to_superior":false},
    "findings":{"span":12,"layers":8,"sole_cover":0,"allow":{"no-deputy":"small teams cover one another","span-of-one":{"why":"a deputy is being recruited","posts":["matron","sister"]},
    "same-name":[{"why":"they know","posts":["sister"]},
    "two people"]}},
    "kind":{"clinical":{"title":"Care"}},
    "source":{"jd":{"title":"Job description","standing":"assumed","why":"a copy"},
    "map":{"basis":{"source":"jd","at":"Annex"}}},
    "profession":{"nursing":{"title":"Nursing"},
    "midwifery":{"title":"Midwifery","within":"nursing"},
    "health-visiting":{"title":"Health visiting","within":{"to":"nursing","basis":{"source":"jd"},
    "why":"as drawn"},
    "basis":{"source":"map"}}},
    "unit":{"trust":{"title":"Thamesmouth"},
    "Ward 7":{"title":"Ward 7","within":{"to":"trust","standing":"inferred"},
    "standing":"inferred","why":"by its door"},
    "untitled":{}},
    "matter":{"revalidation":{"title":"Revalidation","kind":"professional","personal":true,"basis":{"source":"jd","at":"page 2"}},
    "leave":{}},
    "head":[{"kind":"professional","unit":"trust","profession":"nursing","post":"chief-nurse","through":"operational","basis":{"source":"jd","at":"Accountability"}},{"kind":"clinical","unit":"Ward 7","unstated":"under review","standing":"assumed","why":"nobody asked"}],"post":{"board":{"title":"Trust Board","kind":"body","operational":{"none":"head of the organisation"},
    "chair":{"to":"chair","basis":{"source":"jd"}},
    "members":["chief-executive",{"post":"chief-nurse","role":"secretary"},{"post":"regulator","standing":"assumed"}],"basis":{"source":"jd","at":"The Board"}},
    "committee":{"title":"Committee","kind":"body","chair":"chair"},
    "regulator":{"title":"Regulator","kind":"external","regulates":["board"],"commissions":[{"to_unit":"trust"}]},
    "chair":{"title":"Chair","operational":{"unstated":"not in the papers","basis":{"source":"jd"}}},
    "chief-executive":{"title":"Chief Executive","unit":"trust","grade":"VSM","fte":1.0,"holder":{"name":"R. Okafor","id":"p1","as":"interim","basis":{"source":"map"}},
    "operational":{"to":"board","basis":{"source":"jd","at":"Accountability"},
    "why":"as stated"},
    "also":[{"kind":"operational","to":"regulator"},{"kind":"clinical","to":"chair","standing":"assumed","why":"custom"}],"deputies":["chief-nurse",{"post":"chair","for":["revalidation","leave"],"authority":"attend","onward":true,"basis":{"source":"jd"}},["matron",{"post":"sister","onward":true}]],"works_with":["chief-nurse"]},
    "chief-nurse":{"title":"Chief Nurse","unit":{"to":"trust","basis":{"source":"map"}},
    "profession":{"to":"nursing","standing":"inferred"},
    "fte":0.6,"holders":["P. Idris",{"name":"S. Lim","as":"job share"}],"note":"two people","operational":"chief-executive","professional":{"none":"head of nursing","standing":"assumed"},
    "clinical":"chair","supports":[{"to":"chief-executive","why":"daily"},{"to_unit":"Ward 7","standing":"inferred"}],"advises":["board"],"works_with":[{"to":"matron","basis":{"source":"jd"}}]},
    "matron":{"title":"Matron","unit":"Ward 7","profession":"midwifery","seats":3,"labels":{"cost centre":"4711","position":""},
    "operational":"chief-nurse"},
    "sister":{"title":"Sister","unit":"Ward 7","profession":"health-visiting","seats":"not stated","vacant":true,"operational":"matron","professional":{"unstated":"in dispute"},
    "standing":"inferred","why":"from the rota"}}}
    "#);
}

/// Long numbers too; `serde_json` reads them exactly with its `float_roundtrip`.
#[test]
fn numbers_are_read_as_they_are_written() {
    for fte in [0.6, 0.1 + 0.2, 1.0 / 3.0, 9.007_199_254_741_845e35, 5e-324] {
        let post = PostRecord::new("sister", "Sister").of_fte(fte);
        let org = Organisation::from_posts([post]).expect("sound");
        let json = serde_json::to_string(&org).expect("it is written");
        let again: Organisation = serde_json::from_str(&json).expect("sound");
        assert_eq!(again, org, "{json}");
    }
}
