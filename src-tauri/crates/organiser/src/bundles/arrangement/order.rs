//! The order of sections and documents: the person's where they gave one, the usual one elsewhere.

use recourse_domain::RecordId;
use recourse_domain::choices::BundleSection;
use recourse_domain::records::Arrangement;

/// Every section with its documents.
pub type Order = Vec<(BundleSection, Vec<RecordId>)>;

/// Puts the usual order into the person's. What they never placed keeps its place behind the document that usually stands before it.
pub fn in_order(usual: &Order, arrangement: &Arrangement) -> Order {
    let there = |id: &RecordId| usual.iter().any(|(_, documents)| documents.contains(id));
    let of = |section: BundleSection| {
        let named = arrangement.documents_in(section).iter().copied().filter(there);
        let mut documents: Vec<RecordId> = named.collect();
        let mut behind = 0;
        for id in usual.iter().filter(|(other, _)| *other == section).flat_map(|(_, documents)| documents) {
            match arrangement.section_of(*id) {
                Some(put) if put != section => {}
                Some(_) => behind = documents.iter().position(|other| other == id).map_or(behind, |at| at + 1),
                None => {
                    documents.insert(behind, *id);
                    behind += 1;
                }
            }
        }
        (section, documents)
    };
    let named = arrangement.sections.iter().copied();
    let others = BundleSection::ALL.iter().copied().filter(|section| !arrangement.sections.contains(section));
    named.chain(others).map(of).filter(|(_, documents)| !documents.is_empty()).collect()
}

/// Forgets what says no more than the usual order does.
pub fn tidied(usual: &Order, mut arrangement: Arrangement) -> Arrangement {
    let wished = in_order(usual, &arrangement);
    for section in BundleSection::ALL {
        let mut less = arrangement.clone();
        less.placed.retain(|placed| placed.section != *section);
        if in_order(usual, &less) == wished {
            arrangement = less;
        }
    }
    let less = Arrangement { sections: Vec::new(), ..arrangement.clone() };
    if in_order(usual, &less) == wished { less } else { arrangement }
}

#[cfg(test)]
mod tests {
    use recourse_domain::records::PlacedIn;
    use uuid::Uuid;

    use super::*;

    fn id(n: u128) -> RecordId {
        RecordId(Uuid::from_u128(n))
    }

    fn ids(numbers: &[u128]) -> Vec<RecordId> {
        numbers.iter().copied().map(id).collect()
    }

    fn usual() -> Order {
        vec![(BundleSection::Notices, ids(&[1, 2, 3])), (BundleSection::Letters, ids(&[4, 5]))]
    }

    fn placed(section: BundleSection, numbers: &[u128]) -> PlacedIn {
        PlacedIn { section, documents: ids(numbers) }
    }

    #[test]
    fn nothing_arranged_is_the_usual_order() {
        assert_eq!(in_order(&usual(), &Arrangement::default()), usual());
    }

    #[test]
    fn a_new_document_comes_behind_the_one_it_usually_follows() {
        let arrangement =
            Arrangement { placed: vec![placed(BundleSection::Notices, &[3, 1])], ..Arrangement::default() };
        let order = in_order(&usual(), &arrangement);
        assert_eq!(order[0], (BundleSection::Notices, ids(&[3, 1, 2])));
        let more = vec![(BundleSection::Notices, ids(&[9, 1, 2, 3, 8]))];
        assert_eq!(in_order(&more, &arrangement)[0].1, ids(&[9, 3, 8, 1, 2]));
    }

    #[test]
    fn a_document_goes_over_to_another_section_and_an_empty_section_is_left_away() {
        let arrangement = Arrangement {
            placed: vec![placed(BundleSection::Evidence, &[5, 77, 4])],
            sections: vec![BundleSection::Evidence],
            ..Arrangement::default()
        };
        let order = in_order(&usual(), &arrangement);
        assert_eq!(order, vec![(BundleSection::Evidence, ids(&[5, 4])), (BundleSection::Notices, ids(&[1, 2, 3]))]);
    }

    #[test]
    fn what_changes_nothing_is_forgotten() {
        let arrangement = Arrangement {
            placed: vec![placed(BundleSection::Notices, &[1, 2, 3]), placed(BundleSection::Letters, &[5, 4])],
            sections: BundleSection::ALL.to_vec(),
            ..Arrangement::default()
        };
        let left = tidied(&usual(), arrangement);
        assert_eq!(left.placed, [placed(BundleSection::Letters, &[5, 4])]);
        assert!(left.sections.is_empty());
    }
}
