//! Arabic.

use super::{Category, Messages, Plural, tabulate};
use crate::panel::chain::{Act, Gap};
use crate::panel::date::{Day, DayUse};
use crate::report::{Basis, Form, MediumKind, Missing, Route, SourceKind};

pub(super) static TABLE: Messages = Messages {
    tag: "ar",
    right_to_left: true,
    category,
    form: tabulate!(form, Form),
    form_means: tabulate!(form_means, Form),
    kind: tabulate!(kind, SourceKind),
    medium: tabulate!(medium, MediumKind),
    route: tabulate!(route, Route),
    missing: tabulate!(missing, Missing),
    basis: tabulate!(basis, Basis),
    act: tabulate!(act, Act),
    gap: tabulate!(gap, Gap),
    day,
    no_later_than: "في موعد أقصاه {0}",
    no_later_than_article: "غير مذكور؛ في موعد أقصاه نشر هذا المقال، {0}",
    no_earlier_than: "{0} أو بعده",
    between: "بين {0} و{1}",
    about: "نحو {0}",
    uncertain: "{0} (غير مؤكد)",
    who_said_this: "من قال هذا؟",
    told_to: "{0}، إلى {1}",
    position: "{0} من {1}",
    close: "إغلاق",
    previous: "السابق",
    next: "التالي",
    how_it_reached_you: "كيف وصل إليك هذا الكلام",
    setting: "المناسبة",
    not_said: "ما لا يذكره المقال",
    how_we_know: "كيف عرفنا ذلك",
    this_page: "هذا المقال",
    source: "المصدر",
    reporting_words: "ألفاظ الإسناد",
    to_whom: "إلى من",
    in_what: "السياق",
    outlet: "الوسيلة الإعلامية",
    when: "متى",
    link: "الرابط",
    no_link: "لا رابط في هذا المقال",
    not_stated: "غير مذكور",
    no_words: "لا كلمات في المقال تذكره",
    show_in_article: "إظهار في المقال",
    within_words_of: "ورد ضمن كلام {0}",
    unclear: "غير واضح من المقال",
    candidates: "قد يكون",
    nobody_named: "لا يسمّي المقال أي مصدر",
    origin_reason_absent: "لا يذكر المقال لماذا لم يُسمَّ المصدر الأول.",
    nothing_here: "لا شيء مسجّل عن هذه الكلمات.",
    the_newsroom: "هيئة التحرير",
    identified_automatically: "حُدّد المتكلم آليًا من هذا المقال؛ ولم تراجعه هيئة التحرير.",
    unclear_automatically: "قُرئ آليًا من هذا المقال؛ ولم تراجعه هيئة التحرير.",
    confirmed_by: "أكّدت نسبةَ الكلام: {0}.",
    confirmed_by_on: "أكّدت نسبةَ الكلام: {0}، {1}.",
    corrected_by: "صحّحت نسبةَ الكلام: {0}.",
    corrected_by_on: "صحّحت نسبةَ الكلام: {0}، {1}.",
    not_the_truth: "ولا يعني ذلك أن القول صحيح.",
    copy_link: "نسخ الرابط",
    copy_citation: "نسخ الاقتباس",
    report_mistake: "الإبلاغ عن خطأ",
    link_copied: "نُسخ الرابط.",
    citation_copied: "نُسخ الاقتباس.",
    copy_failed: "لم يسمح متصفحك بالنسخ.",
    mistake_reported: "شكرًا لك. أُبلغ الناشر.",
    quoted_in: "ورد في",
    voices: "أصوات هذا الخبر",
    found: Plural {
        zero: "لم يُعثر على أي قول؛ وقد توجد أقوال.",
        one: "عُثر على قول واحد؛ وقد توجد أقوال أخرى.",
        two: "عُثر على قولين؛ وقد توجد أقوال أخرى.",
        few: "عُثر على {0} أقوال؛ وقد توجد أقوال أخرى.",
        many: "عُثر على {0} قولًا؛ وقد توجد أقوال أخرى.",
        other: "عُثر على {0} قول؛ وقد توجد أقوال أخرى.",
    },
    filter: "إظهار فقط",
    share: "الكلمات المقتبسة لكل مصدر",
    words: Plural {
        zero: "لا كلمات",
        one: "كلمة واحدة",
        two: "كلمتان",
        few: "{0} كلمات",
        many: "{0} كلمةً",
        other: "{0} كلمة",
    },
    list_separator: "، ",
    only_paraphrased: "بالمعنى فقط: {0}",
    statements: Plural {
        zero: "لا أقوال",
        one: "قول واحد",
        two: "قولان",
        few: "{0} أقوال",
        many: "{0} قولًا",
        other: "{0} قول",
    },
    shown: Plural {
        zero: "لا شيء معروض",
        one: "يُعرض قول واحد",
        two: "يُعرض قولان",
        few: "تُعرض {0} أقوال",
        many: "يُعرض {0} قولًا",
        other: "يُعرض {0} قول",
    },
    order: "الترتيب",
    in_order: "بالترتيب",
    by_source: "حسب المصدر",
    search: "بحث",
    nothing_matches: "لا نتائج.",
    orphans: "لم يعد في المقال",
};

fn category(number: usize) -> Category {
    match (number, number % 100) {
        (0, _) => Category::Zero,
        (1, _) => Category::One,
        (2, _) => Category::Two,
        (_, 3..=10) => Category::Few,
        (_, 11..=99) => Category::Many,
        _ => Category::Other,
    }
}

const fn form(form: Form) -> &'static str {
    match form {
        Form::Direct => "اقتباس مباشر",
        Form::Partial => "اقتباس جزئي",
        Form::Indirect => "نقل بالمعنى",
        Form::Block => "مقطع مقتبس",
    }
}

const fn form_means(form: Form) -> &'static str {
    match form {
        Form::Direct => "ورد بين علامتي تنصيص.",
        Form::Partial => "بعض الكلمات فقط بين علامتي تنصيص؛ والباقي من صياغة المقال.",
        Form::Indirect => "بكلمات المقال لا بكلمات المصدر.",
        Form::Block => "مفصول عن نص المقال نفسه.",
    }
}

const fn kind(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::PersonNamed => "شخص مذكور بالاسم",
        SourceKind::PersonByOffice => "شخص مذكور بمنصبه",
        SourceKind::Institution => "مؤسسة",
        SourceKind::AnonymousPerson => "شخص غير مسمّى",
        SourceKind::AnonymousGroup => "مجموعة غير مسمّاة",
        SourceKind::NewsOutlet => "وسيلة إعلامية",
        SourceKind::Document => "وثيقة",
        SourceKind::Account => "حساب",
        SourceKind::CrowdOrPoll => "جمهور أو استطلاع",
        SourceKind::Unattributed => "بلا مصدر",
    }
}

const fn medium(medium: MediumKind) -> &'static str {
    match medium {
        MediumKind::Unknown => "",
        MediumKind::Interview => "مقابلة",
        MediumKind::BroadcastInterview => "مقابلة إذاعية أو تلفزيونية",
        MediumKind::NewsConference => "مؤتمر صحفي",
        MediumKind::Speech => "خطاب",
        MediumKind::Rally => "تجمّع جماهيري",
        MediumKind::Debate => "مناظرة",
        MediumKind::Statement => "بيان مكتوب",
        MediumKind::SocialPost => "منشور على شبكة اجتماعية",
        MediumKind::Email => "بريد إلكتروني",
        MediumKind::Letter => "رسالة",
        MediumKind::PhoneCall => "مكالمة هاتفية",
        MediumKind::TextMessage => "رسالة نصية",
        MediumKind::CourtFiling => "وثيقة قضائية",
        MediumKind::Testimony => "شهادة",
        MediumKind::Report => "تقرير",
        MediumKind::Book => "كتاب",
        MediumKind::Podcast => "بودكاست",
        MediumKind::Video => "تسجيل مصوّر",
        MediumKind::Article => "مقال رأي",
        MediumKind::NewsReport => "تقرير إخباري",
        MediumKind::Meeting => "اجتماع",
        MediumKind::Survey => "استطلاع",
        MediumKind::IntelligenceAssessment => "تقدير استخباراتي",
    }
}

const fn route(route: Route) -> &'static str {
    match route {
        Route::OwnInterview => "قيل لمحرّر هذا المقال.",
        Route::EventOrPressConference => "قيل علنًا أو أمام الصحافة.",
        Route::Statement => "صدر في بيان.",
        Route::InterviewOtherOutlet => "قيل لوسيلة إعلامية أخرى.",
        Route::SecondhandViaOutlet => "نقلته وسيلة إعلامية أخرى.",
        Route::Agency => "مأخوذ من وكالة أنباء.",
        Route::SocialPost => "نُشر على شبكة اجتماعية.",
        Route::CourtOrOfficialDocument => "من وثيقة لمحكمة أو سلطة رسمية.",
        Route::LeakedDocument => "من وثيقة مسرّبة.",
        Route::Unknown => "لا يذكر المقال كيف حصل على هذا الكلام.",
    }
}

const fn missing(missing: Missing) -> &'static str {
    match missing {
        Missing::NoLink => "لا يحيل المقال برابط إلى تقرير أو منشور أو بث أو وثيقة.",
        Missing::NoDate => "لا يذكر المقال متى.",
        Missing::NoExactDate => "لا يذكر المقال تاريخًا محددًا.",
        Missing::NoVenueStated => "لا يذكر المقال أين أو لمن.",
        Missing::ProgrammeUnnamed => "لا يسمّي المقال البرنامج.",
        Missing::QuestionAbsent => "لا يورد المقال السؤال الذي طُرح.",
        Missing::TranscriptSourceAbsent => "لا يذكر المقال هل النص من البث أم من تفريغ مكتوب أم من تقرير آخر.",
        Missing::SecondHand => "أخذ المقال هذا عن وسيلة إعلامية أخرى، لا مباشرةً.",
        Missing::QuotingOutletUnnamed => "لا تسمّي الجملة الوسيلة التي نقلت هذا الكلام.",
        Missing::Anonymous => "لا يسمّي المقال المصدر.",
        Missing::AnonymousOrigin => "لا يسمّي المقال من قاله أولًا.",
        Missing::AnonymityReasonAbsent => "غير مسمّى؛ ولم يُذكر السبب.",
        Missing::SourceCountAbsent => "لا يذكر المقال عدد المصادر.",
        Missing::SourcePositionAbsent => "لا يذكر المقال كيف عرف المصدر ذلك.",
        Missing::Fragment => "لا يورد المقال إلا قليلًا من كلمات المصدر.",
        Missing::TruncatedStart => "يحذف المقال كلمات قبل هذه.",
        Missing::DocumentAbsent => "لا يعرض المقال الوثيقة ولا يحيل إليها.",
        Missing::AccountAbsent => "لا يذكر المقال الحساب.",
    }
}

const fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Stated => "مذكور",
        Basis::Inferred => "مستنتج",
        Basis::Newsroom => "أدخلته هيئة التحرير",
    }
}

const fn act(act: Act) -> &'static str {
    match act {
        Act::Said => "صاحب القول",
        Act::Wrote => "صاحب الكتابة",
        Act::Posted => "صاحب المنشور",
        Act::Published => "جهة النشر",
        Act::Believes => "صاحب الرأي",
        Act::Quotes => "ينقل الكلمات",
        Act::Paraphrases => "ينقله بكلماته",
        Act::Other => "",
    }
}

const fn gap(gap: Gap) -> &'static str {
    match gap {
        Gap::Speaker => "غير واضح: لمن هذا الكلام",
        Gap::Agent => "غير مذكور: من نقله",
        Gap::Venue => "غير مذكور: أين أو لمن",
        Gap::Wording => "غير مذكور: من أين أُخذ النص",
        Gap::Outlet => "غير مذكور: أي وسيلة نقلته",
        Gap::Origin => "غير مذكور: من قاله أولًا",
    }
}

fn day(day: Day, _: DayUse) -> String {
    const MONTHS: [&str; 12] =
        ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"];
    day.join(&MONTHS, |number| number.to_string(), " ")
}
