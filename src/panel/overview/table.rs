//! Quoted words by source: a table whose last column draws its numbers.

use super::share::Share;
use crate::panel::template::fill;
use crate::panel::view::View;
use yew::{Html, html};

pub fn table(view: &View, shares: &[Share]) -> Html {
    let messages = view.messages;
    let most = shares.iter().map(|share| share.words).max().unwrap_or(0);
    if most == 0 {
        return Html::default();
    }
    let quoted = shares.iter().filter(|share| share.words > 0);
    html! {
        <div class="shares" part="shares">
            <table>
                <caption>{ messages.share }</caption>
                <tbody>{ for quoted.enumerate().map(|(at, share)| row(view, at, share, most)) }</tbody>
            </table>
            { paraphrased(view, shares) }
        </div>
    }
}

/// The sources that have no quoted word, as a sentence.
fn paraphrased(view: &View, shares: &[Share]) -> Html {
    let mut names = Vec::new();
    for source in shares.iter().filter(|share| share.words == 0).filter_map(|share| share.source) {
        if !names.is_empty() {
            names.push(Html::from(view.messages.list_separator));
        }
        names.push(view.source_name(source));
    }
    if names.is_empty() {
        return Html::default();
    }
    html! { <p class="paraphrased">{ fill(view.messages.only_paraphrased, &[names.into_iter().collect()]) }</p> }
}

fn row(view: &View, at: usize, share: &Share, most: usize) -> Html {
    let messages = view.messages;
    let name = share.source.map_or_else(|| Html::from(messages.unclear), |source| view.source_name(source));
    let words = messages.words.say(share.words, messages);
    html! {
        <tr key={at}>
            <th scope="row">{ name }</th>
            <td class="number">{ words }</td>
            // A width in percent of the longest bar: an attribute, since `style` is blocked on strict pages.
            <td class="drawn" aria-hidden="true">
                <svg viewBox="0 0 100 6" preserveAspectRatio="none" focusable="false">
                    <rect width={(share.words * 100 / most).to_string()} height="6" />
                </svg>
            </td>
        </tr>
    }
}
