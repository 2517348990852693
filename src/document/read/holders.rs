//! Who sits in a post.

use super::super::Document;
use super::super::columns::{HolderEntry, HolderMore, Nth};
use super::super::misread::Misread;
use super::super::value::Value;
use super::super::wanted::Wanted;
use super::{At, BASIS, STANDING, WHY};

impl Document {
    pub(super) fn read_holders(
        &mut self,
        at: At<'_>,
        row: u32,
        holder: Option<&Value<'_>>,
        holders: Option<&Value<'_>>,
    ) {
        if holder.is_some() && holders.is_some() {
            self.fault(
                at.key("holders"),
                Misread::Exclusive {
                    keys: "`holder` and `holders`",
                },
            );
            return;
        }
        if let Some(holder) = holder {
            self.read_holder(at.key("holder"), row, None, holder);
        }
        let inside = at.key("holders");
        for (item, holder) in self
            .list(inside, holders, Wanted::texts("a list of holders"))
            .iter()
            .enumerate()
        {
            self.read_holder(inside.item(item), row, Some(Nth::of(item)), holder);
        }
    }

    fn read_holder(&mut self, at: At<'_>, row: u32, item: Option<Nth>, value: &Value<'_>) {
        let keys = ["name", "id", "as", BASIS, STANDING, WHY];
        let expected = "a name, or a table { name, id, as },";
        let Some((name, fields)) = self.short_or_table(at, value, &keys, expected) else {
            return;
        };
        let [_, told_id, capacity, ..] = fields.values;
        let id = self.words(at.key("id"), told_id);
        let holding_as = self.words(at.key("as"), capacity);
        let backing = self.backing(at, &fields);
        let Some(name) = name else { return };
        let more = HolderMore {
            item,
            holding_as,
            backing,
        };
        let holder = HolderEntry::new(self.text.intern(name), id, more);
        // Without the id it might be somebody else of that name.
        if told_id.is_none() || id.is_some() {
            self.posts.holders.push(row, holder);
        }
    }
}
