//! Words that the database keeps. Each set of them is an enum whose spelling stands in one place; a
//! check constraint lists the same words. A word that this version does not know is an error and
//! never another word.

/// A stored word that this version does not know.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("this version does not know “{0}”")]
pub struct UnknownWord(pub String);

/// An enum with the words by which the database keeps its values: `ALL`, `as_str` and
/// `TryFrom<&str>`.
#[macro_export]
macro_rules! stored_words {
    (
        $(#[$about:meta])*
        pub enum $name:ident {
            $($(#[$doc:meta])* $value:ident = $word:literal,)+
        }
    ) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name {
            $($(#[$doc])* $value,)+
        }

        impl $name {
            /// Every value.
            pub const ALL: [Self; [$($word),+].len()] = [$(Self::$value),+];

            /// As stored.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$value => $word,)+
                }
            }
        }

        impl TryFrom<&str> for $name {
            type Error = $crate::stored::UnknownWord;

            fn try_from(word: &str) -> Result<Self, Self::Error> {
                match word {
                    $($word => Ok(Self::$value),)+
                    other => Err($crate::stored::UnknownWord(other.to_owned())),
                }
            }
        }
    };
}
#[cfg(test)]
mod tests {
    stored_words! {
        /// For this test.
        pub enum Fruit {
            /// Green or red.
            Apple = "apple",
            /// Yellow.
            StarFruit = "star fruit",
        }
    }

    #[test]
    fn a_stored_word_is_read_back_and_another_is_an_error_that_names_it() {
        for fruit in Fruit::ALL {
            assert_eq!(Fruit::try_from(fruit.as_str()), Ok(fruit));
        }
        let error = Fruit::try_from("StarFruit").unwrap_err();
        assert_eq!(error.to_string(), "this version does not know “StarFruit”");
    }
}
