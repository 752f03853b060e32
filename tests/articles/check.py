#!/usr/bin/env python3
"""Check every NAME.json here against NAME.txt: spans, marks, nesting, chains, vocabularies, and the codes that follow from other fields."""
import collections, json, pathlib, re, sys

HERE = pathlib.Path(__file__).parent
FORMS = "direct partial indirect block".split()
KINDS = "person_named person_by_office institution anonymous_person anonymous_group news_outlet document account crowd_or_poll unattributed".split()
ROUTES = ("own_interview event_or_press_conference statement interview_other_outlet secondhand_via_outlet agency social_post "
          "court_or_official_document leaked_document unknown").split()
MEDIA = ("unknown interview broadcast_interview news_conference speech rally debate statement social_post email letter phone_call text_message "
         "court_filing testimony report book podcast video article news_report meeting survey intelligence_assessment").split()
CODES = ("no_link no_date no_exact_date no_venue_stated programme_unnamed question_absent transcript_source_absent second_hand "
         "quoting_outlet_unnamed anonymous anonymous_origin anonymity_reason_absent source_count_absent source_position_absent fragment "
         "truncated_start document_absent account_absent").split()
DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?|\[(\d{4}-\d\d-\d\d)?\.\.\d{4}-\d\d-\d\d\]")


def pieces(attribution):
    content = attribution["content"]
    return content.get("segments", [[content["start"], content["end"]]])


def opening_marks(text, language):
    """Where a quotation may begin: straight marks in turn, typographic ones by their direction."""
    typographic = {"de": "„»‚›", "de-CH": "«‹"}.get(language, "“«‘")
    straight = [at for at, char in enumerate(text) if char == '"']
    assert len(straight) % 2 == 0, "odd number of straight marks"
    return straight[::2] + [at for at, char in enumerate(text) if char in typographic]


def check(path):
    gold = json.loads(path.read_text(encoding="utf-8"))
    text = path.with_name(gold["document"]["path"]).read_text(encoding="utf-8")
    sources, records = gold["sources"], {a["id"]: a for a in gold["attributions"]}
    assert len(text) == gold["document"]["scalars"] and len(records) == len(gold["attributions"])

    def spans(node, where):
        if isinstance(node, dict):
            if {"start", "end", "exact"} <= node.keys():
                assert text[node["start"]:node["end"]] == node["exact"] != "", where
            for key, value in node.items():
                spans(value, f"{where}/{key}")
        elif isinstance(node, list):
            for index, value in enumerate(node):
                spans(value, f"{where}[{index}]")

    spans(gold, path.name)
    begins = {start for a in records.values() for start, _ in pieces(a)}
    no_speech = [(x["span"]["start"], x["span"]["end"]) for x in gold["not_attributions"]]
    for at in opening_marks(text, gold["document"]["language"]):
        covered = {at + 1, at + 2} & begins or any(start - 1 <= at < end for start, end in no_speech)
        assert covered, f"{path.name}: marks at {at} are neither content nor listed: {text[at:at + 40]!r}"
    for a in records.values():
        where = f"{path.name} {a['id']}"
        source, kinds = sources[a["source"]], [sources[h["agent"]]["kind"] for h in a["chain"][:-1]]
        assert a["form"] in FORMS and a["route"] in ROUTES and a["medium"] in MEDIA and source["kind"] in KINDS, where
        assert a["cues"] and set(a["missing"]) <= set(CODES) and DATE.fullmatch(a["date"]["edtf"]), where
        assert a["chain"][-1]["agent"] == "article" and a["source"] in [h["agent"] for h in a["chain"]], where
        parts = pieces(a)
        assert parts[0][0] == a["content"]["start"] and parts[-1][1] == a["content"]["end"], where
        assert all(s < e for s, e in parts) and all(x[1] < y[0] for x, y in zip(parts, parts[1:])), where
        if a["nested_in"]:
            outer = records[a["nested_in"]]["content"]
            assert outer["start"] <= a["content"]["start"] and a["content"]["end"] <= outer["end"], where
        for cue in a["cues"]:
            assert not any(cue["start"] < e and s < cue["end"] for s, e in parts), f"{where}: cue within content"
        edtf = a["date"]["edtf"]
        dated_in_part = not edtf.startswith("[..") and not re.fullmatch(r"\d{4}-\d\d-\d\d", edtf)
        follows = {
            "fragment": a["form"] == "partial",
            "anonymous": source["kind"].startswith("anonymous"),
            "second_hand": "news_outlet" in kinds or a["route"] in ("secondhand_via_outlet", "agency"),
            "no_exact_date": dated_in_part,
            "anonymous_origin": any(sources[h["agent"]]["kind"].startswith("anonymous")
                                    for h in a["chain"][:-1] if h["agent"] != a["source"]),
            "truncated_start": bool(re.match(r"[\[(]?(…|\.\.\.)", a["content"]["exact"])),
        }
        for code, holds in follows.items():
            assert (code in a["missing"]) == holds, f"{where}: {code}"
        assert not (a["route"] in ("own_interview", "event_or_press_conference") and "no_link" in a["missing"]), where
    return gold


def main():
    forms, kinds, routes, total = collections.Counter(), collections.Counter(), collections.Counter(), 0
    for path in sorted(HERE.rglob("*.json")):
        gold = check(path)
        total += len(gold["attributions"])
        forms.update(a["form"] for a in gold["attributions"])
        routes.update(a["route"] for a in gold["attributions"])
        kinds.update(gold["sources"][a["source"]]["kind"] for a in gold["attributions"])
        print(f"{path.stem}: {len(gold['attributions'])} attributions, {len(gold['not_attributions'])} that are none")
    print(f"{total} attributions\nform {dict(forms)}\nkind {dict(kinds)}\nroute {dict(routes)}")


if __name__ == "__main__":
    try:
        main()
    except AssertionError as failure:
        sys.exit(f"check failed: {failure}")
