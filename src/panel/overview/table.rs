//! Quoted words by source: a table whose last column draws its numbers.

use super::share::Share;
use crate::panel::view::View;
use yew::{AttrValue, Html, html};

pub fn table(view: &View, shares: &[Share]) -> Html {
    let messages = view.messages;
    let most = shares.iter().map(|share| share.words).max().unwrap_or(0);
    if most == 0 {
        return Html::default();
    }
    html! {
        <table class="shares" part="shares">
            <caption>{ messages.share }</caption>
            <tbody>{ for shares.iter().enumerate().map(|(at, share)| row(view, at, share, most)) }</tbody>
        </table>
    }
}

fn row(view: &View, at: usize, share: &Share, most: usize) -> Html {
    let messages = view.messages;
    let name = share.source.map_or_else(|| Html::from(messages.unclear), |source| view.source_name(source));
    let words = match share.words {
        0 => AttrValue::from(messages.only_paraphrased),
        words => AttrValue::from(messages.words.say(words, messages)),
    };
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
