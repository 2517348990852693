//! How do the algorithms of petgraph 0.8 run over the lines of accountability?
//! (Feature `petgraph08`; petgraph is a dependency of your own beside it.)
//!
//! [`Organisation::as_petgraph`](crate::Organisation::as_petgraph) gives [`Lines`]:
//! the organisation itself seen as a graph, over one kind of line or several,
//! with nothing copied. A node is a [`Post`](crate::Post), an edge a
//! [`Line`](crate::Line), and it leads from the report to its superior; petgraph's
//! `Reversed` turns it round.
//! [`Organisation::to_petgraph`](crate::Organisation::to_petgraph) gives a graph of
//! one's own, for algorithms that want petgraph's `Graph`.
//!
//! Whose absence cuts off whom from the chief executive? A post cuts off whomever
//! it dominates: everyone whom no way down can reach but through that post.
//!
//! ```
//! # use answerable::Post;
//! # use answerable::Accountability::{Operational, Professional};
//! # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
//! use petgraph::algo::dominators::simple_fast;
//! use petgraph::visit::Reversed;
//!
//! let chief = org.post("chief-executive")?;
//! let (director, matron) = (org.post("care-group-director")?, org.post("head-of-nursing-childrens")?);
//!
//! // By operational lines alone every way to the Head of Nursing is through the director.
//! let cut = simple_fast(Reversed(org.as_petgraph([Operational])), chief);
//! assert_eq!(cut.immediate_dominator(matron), Some(director));
//!
//! // With professional lines besides, the Chief Nurse is another way to her.
//! let cut = simple_fast(Reversed(org.as_petgraph([Operational, Professional])), chief);
//! assert_eq!(cut.immediate_dominator(matron), Some(chief));
//! let cut_off = |away: Post<'_>| {
//!     let through = |post| cut.strict_dominators(post).is_some_and(|mut all| all.any(|one| one == away));
//!     org.posts().filter(|&post| through(post)).map(|post| post.title()).collect::<Vec<_>>()
//! };
//! assert_eq!(cut_off(director), ["Senior Leadership Team, Children's"]);
//! assert_eq!(cut_off(matron), ["Ward Manager, Children's Ward"]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Lines of one kind form no circle, so `toposort` puts reports before their
//! superiors; over several kinds there may be a circle, and it errs, rightly:
//!
//! ```
//! # use answerable::Accountability::{Operational, Professional};
//! # use answerable::{Organisation, PostRecord};
//! use petgraph::algo::toposort;
//! use petgraph::visit::{Dfs, Reversed, Walker};
//!
//! let org = Organisation::from_posts([
//!     PostRecord::new("manager", "Ward Manager").accountable_to("consultant", Professional),
//!     PostRecord::new("consultant", "Consultant").accountable_to("manager", Operational),
//!     PostRecord::new("registrar", "Registrar").accountable_to("consultant", Operational),
//! ])?;
//! let operational = org.as_petgraph([Operational]);
//! let upwards = toposort(operational, None).expect("one kind has no circle");
//! assert!(upwards.iter().map(|post| post.id()).eq(["registrar", "consultant", "manager"]));
//! assert!(toposort(org.as_petgraph([Operational, Professional]), None).is_err());
//!
//! // Reports before their own reports: petgraph's walk, over the lines turned round.
//! let downwards = Reversed(operational);
//! let everyone = Dfs::new(downwards, org.post("manager")?).iter(downwards);
//! assert!(everyone.map(|post| post.title()).eq(["Ward Manager", "Consultant", "Registrar"]));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod graph;
mod lines;
mod visited;
mod walk;

pub use lines::Lines;
pub use visited::Visited;
pub use walk::{AllLines, LinesAt, Neighbours, Posts};
