//! What is told of the organisation as a whole?

use crate::Organisation;
use crate::model::{Accountability, Thresholds};

impl Organisation {
    /// The title of the organisation, if told.
    ///
    /// ```
    /// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
    /// assert_eq!(org.title(), Some("Thamesmouth NHS Foundation Trust"));
    /// assert_eq!(org.about(), Some("A fictional trust."));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn title(&self) -> Option<&str> {
        self.title.map(|title| self.text.get(title))
    }

    /// What the organisation is, if told.
    #[must_use]
    pub fn about(&self) -> Option<&str> {
        self.about.map(|about| self.text.get(about))
    }

    /// What a kind is called in print: its word, unless the document names it
    /// otherwise.
    ///
    /// ```
    /// # use answerable::{Accountability::{Clinical, Operational}, Document, Organisation, PostRecord};
    /// let mut document = Document::new("Thamesmouth").kind_titled(Operational, "managerial");
    /// document.push_post(PostRecord::new("sister", "Ward Sister").accountable_to("matron", Operational));
    /// document.push_post(PostRecord::new("matron", "Matron"));
    /// let org = Organisation::try_from(document)?;
    ///
    /// assert_eq!((org.kind_title(Operational), org.kind_title(Clinical)), ("managerial", "clinical"));
    /// let line = org.post("sister")?.superior(Operational).line().expect("a superior");
    /// assert_eq!(line.to_string(), "Ward Sister is accountable to Matron (managerial; given)");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn kind_title(&self, kind: Accountability) -> &str {
        self.kind_titles[kind as usize].map_or(kind.as_str(), |title| self.text.get(title))
    }

    /// Whether cover goes to the operational superior where no deputy can act: so
    /// unless the document says otherwise.
    ///
    /// ```
    /// # use answerable::{Document, Organisation};
    /// let told = Document::new("Thamesmouth").reverting(false);
    /// assert!(!Organisation::try_from(told)?.reverts_to_superior());
    /// assert!(Organisation::try_from(Document::new("Thamesmouth"))?.reverts_to_superior());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn reverts_to_superior(&self) -> bool {
        self.reverts_to_superior.unwrap_or(true)
    }

    /// From where on the rules of findings find too much, as far as told. There are
    /// no defaults.
    ///
    /// ```
    /// # use answerable::{Document, Organisation, Thresholds};
    /// let document = Document::new("Thamesmouth").with_thresholds(Thresholds::none().span(12));
    /// let thresholds = Organisation::try_from(document)?.thresholds();
    /// assert_eq!((thresholds.span, thresholds.layers), (Some(12), None));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn thresholds(&self) -> Thresholds {
        self.thresholds
    }
}
