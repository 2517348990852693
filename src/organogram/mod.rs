//! Organograms: returns of posts as CSV.

mod columns;
mod decode;
mod error;
mod fte;
mod junior;
mod left_out;
mod names;
mod quotes;
mod reading;
mod senior;
mod sheet;
mod status;

pub use error::{OrganogramError, UnreadableOrganogram, WhyUnreadable};
pub use left_out::{LeftOutRow, WhyRowLeftOut};

use crate::document::{Document, OrganogramReturn};

use columns::{JUNIOR, SENIOR};
use reading::Reading;
use sheet::Sheet;

/// An organogram as UK public bodies publish it, read into a [`Document`]: the
/// return of senior posts, and perhaps that of junior posts.
///
/// Columns are found by heading, in any order; headings that are none of a
/// return are [listed](Self::unread_headings), and so are the rows that are
/// [left out](Self::left_out). Rows are numbered as a spreadsheet numbers them,
/// the headings being row 1 unless empty lines come first; a row that is blank
/// under every heading says nothing. Nothing is joined or guessed: what a row
/// says that cannot be is a problem of the document, which names the row and the
/// column, speaks of headings, and says so where a superior is one of the rows
/// left out.
///
/// # Senior posts
///
/// - The id is the Post Unique Reference. Rows with one reference are one post,
///   a job share, if they agree in title, function, unit, grade, superior and
///   profession and no two name the same holder; their holders are all of them,
///   their FTE the sum (if every row gives it), their notes joined. Otherwise
///   they stay apart, and the repeated id is a problem. Rows whose reference is
///   `0` (paid, not in post) are left out.
/// - Reports to Senior Post is the operational superior; `XX` marks a post with
///   none above, a blank cell one whose superior is unstated. Where a post
///   has `XX` for its reference that is a problem, and the mark names that post.
/// - Name may be a status instead, in any letter case, in quotation marks or
///   not. *Vacant:* vacant, vacant post, post vacant, currently vacant, vacancy,
///   gapped, post gapped, unfilled. *Left out:* eliminated, abolished or
///   disestablished, with or without the word post. *Nobody named:* N/D, N/A and
///   their spellings, not disclosed, undisclosed, not applicable, not available,
///   not named, withheld, a dash. *Nobody named, the word kept as the label
///   `Name`:* interim, acting, temporary, temporary cover, secondee, secondment,
///   seconded, agency, contractor, TBC, TBA, to be confirmed, to be announced. A
///   status followed by more, as in `Vacant - being recruited`, is read as that
///   status and the whole kept as the label `Name`, but nothing is left out on
///   account of it. A shared post of which one share is vacant is held, and its note says so.
/// - Parent Department, Organisation and Unit are units one within the other,
///   whose ids are the names from the outermost on: `Department of Health > NHS
///   England > Medical`. A name that only repeats the one before it adds none.
/// - Job/Team Function is a label where it says more than the title. Contacts
///   and pay are not read. `N/D` and `N/A` say nothing in the other columns, but
///   for references: there they are the id of no post.
///
/// # Junior posts
///
/// Each row is a post of its own, of several seats, with the id `junior:` and
/// its row number, accountable to its Reporting Senior Post.
///
/// ```
/// use answerable::Organogram;
///
/// let senior = "\
/// Post Unique Reference,Name,Job Title,Reports to Senior Post,FTE
/// CE,R. Okafor,Chief Executive,XX,1
/// CN,P. Idris,Chief Nurse,CE,0.6
/// CN,A. Mensah,Chief Nurse,CE,0.4
/// ";
/// let junior = "\
/// Reporting Senior Post,Generic Job Title,Number of Posts in FTE
/// CN,Ward Manager,12.5
/// ";
/// let organogram = Organogram::read_with_junior(senior.as_bytes(), junior.as_bytes())?;
/// let posts: Vec<_> = organogram.document().posts().collect();
/// let ids: Vec<_> = posts.iter().map(|post| post.id.as_str()).collect();
/// assert_eq!(ids, ["CE", "CN", "junior:2"]);
/// assert_eq!((posts[1].holders.len(), posts[1].fte), (2, Some(1.0)));
/// # Ok::<(), answerable::UnreadableOrganogram>(())
/// ```
#[derive(Debug, Clone)]
pub struct Organogram {
    document: Document,
    left_out: Vec<LeftOutRow>,
    unread: Vec<String>,
}

impl Organogram {
    /// Reads a return of senior posts: UTF-8, with or without a byte order mark,
    /// or else Windows-1252. Linear in its length.
    ///
    /// # Errors
    ///
    /// When the bytes are not CSV under the headings of such a return: every
    /// reason that could be found.
    ///
    /// ```
    /// use answerable::Organogram;
    ///
    /// let senior = b"Reports to Senior Post,Job Title,Name,Post Unique Reference\n\
    ///     XX,Chief Executive,Vacant,CE\n";
    /// let organogram = Organogram::read(senior)?;
    /// assert!(organogram.document().posts().all(|post| post.vacant));
    /// # Ok::<(), answerable::UnreadableOrganogram>(())
    /// ```
    pub fn read(senior: &[u8]) -> Result<Self, UnreadableOrganogram> {
        Self::from_returns(senior, None)
    }

    /// Reads a return of senior posts and the return of the junior posts below
    /// them, as [`Organogram::read`] does.
    ///
    /// # Errors
    ///
    /// When either is not CSV under its headings: every reason that could be
    /// found in both.
    ///
    /// ```
    /// use answerable::Organogram;
    ///
    /// let senior = b"Post Unique Reference,Name,Job Title,Reports to Senior Post\n\
    ///     CN,P. Idris,Chief Nurse,XX\n";
    /// let junior = b"Reporting Senior Post,Generic Job Title,Number of Posts in FTE\n\
    ///     CN,Ward Manager,12.5\n";
    /// let organogram = Organogram::read_with_junior(senior, junior)?;
    /// assert_eq!(organogram.document().posts().count(), 2);
    /// # Ok::<(), answerable::UnreadableOrganogram>(())
    /// ```
    pub fn read_with_junior(senior: &[u8], junior: &[u8]) -> Result<Self, UnreadableOrganogram> {
        Self::from_returns(senior, Some(junior))
    }

    fn from_returns(senior: &[u8], junior: Option<&[u8]>) -> Result<Self, UnreadableOrganogram> {
        let senior = Sheet::read(senior, &SENIOR, (OrganogramReturn::Junior, &JUNIOR));
        let junior = junior
            .map(|junior| Sheet::read(junior, &JUNIOR, (OrganogramReturn::Senior, &SENIOR)))
            .transpose();
        let (senior, junior) = match (senior, junior) {
            (Ok(senior), Ok(junior)) => (senior, junior),
            (senior, junior) => {
                let of = |of, errors: Vec<_>| {
                    errors
                        .into_iter()
                        .map(move |what| OrganogramError { of, what })
                };
                let senior = of(OrganogramReturn::Senior, senior.err().unwrap_or_default());
                let junior = of(OrganogramReturn::Junior, junior.err().unwrap_or_default());
                return Err(UnreadableOrganogram {
                    errors: senior.chain(junior).collect(),
                });
            }
        };
        let mut reading = Reading::default();
        let mut unread: Vec<String> = senior.layout.unread().map(str::to_owned).collect();
        senior::read(&mut reading, &senior);
        if let Some(junior) = &junior {
            junior::read(&mut reading, junior);
            unread.extend(junior.layout.unread().map(str::to_owned));
        }
        let title = senior::sole_organisation(&senior);
        let document = reading.returned.finish(title);
        Ok(Self {
            document,
            left_out: reading.left_out,
            unread,
        })
    }

    /// The rows that are no posts of the organisation, in the order of the
    /// return; [`LeftOutRow`] shows one.
    ///
    /// ```
    /// # use answerable::{Organogram, WhyRowLeftOut};
    /// let senior = b"Post Unique Reference,Name,Job Title,Reports to Senior Post\n\
    ///     0,P. Idris,Chief Nurse,XX\n";
    /// let organogram = Organogram::read(senior)?;
    /// assert_eq!(organogram.left_out()[0].why, WhyRowLeftOut::NotInPost);
    /// assert_eq!(organogram.document().posts().count(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn left_out(&self) -> &[LeftOutRow] {
        &self.left_out
    }

    /// The headings of the columns that are not read, as spelt, those of the
    /// return of senior posts first.
    ///
    /// ```
    /// use answerable::Organogram;
    ///
    /// let senior = b"Post Unique Reference,Name,Job Title,Contact Phone,Reports to Senior Post\n";
    /// assert_eq!(Organogram::read(senior)?.unread_headings(), ["Contact Phone"]);
    /// # Ok::<(), answerable::UnreadableOrganogram>(())
    /// ```
    #[must_use]
    pub fn unread_headings(&self) -> &[String] {
        &self.unread
    }

    /// What the returns say of the organisation. Its title is that of the
    /// organisation, where all senior posts name the same one; `N/D` and
    /// blank name none.
    ///
    /// ```
    /// # use answerable::Organogram;
    /// let senior = b"Post Unique Reference,Name,Job Title,Organisation,Reports to Senior Post\n\
    ///     CN,P. Idris,Chief Nurse,NHS England,XX\n";
    /// let organogram = Organogram::read(senior)?;
    /// assert_eq!(organogram.document().title(), Some("NHS England"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// As [`Organogram::document`], to make an organisation of.
    ///
    /// ```
    /// use answerable::{Organisation, Organogram};
    ///
    /// let senior = b"Post Unique Reference,Name,Job Title,Reports to Senior Post\n\
    ///     00012,P. Idris,Chief Nurse,XX\n\
    ///     00013,,Matron,12\n";
    /// let document = Organogram::read(senior)?.into_document();
    /// let error = Organisation::try_from(document).unwrap_err();
    /// let position = error.problems()[0].position().expect("a cell");
    /// assert_eq!(position.to_string(), "row 3, `Reports to Senior Post`");
    /// # Ok::<(), answerable::UnreadableOrganogram>(())
    /// ```
    #[must_use]
    pub fn into_document(self) -> Document {
        self.document
    }
}
