import pytest

from gobetween.reading.documents.languages import guess_language
from gobetween.reading.naming.lexicon_data import default_lexicon
from gobetween.reading.reader import read_document


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The envoys of both sides left the city before the end of the week.", "en"),
        ("Les envoyés des deux parties ont quitté la ville avant la fin de la semaine.", "fr"),
        ("Los enviados de las dos partes se fueron de la ciudad antes del fin de semana.", "es"),
        ("Die Gesandten der beiden Seiten haben die Stadt vor dem Ende der Woche verlassen.", "de"),
        ("غادر مبعوثو الطرفين المدينة قبل نهاية الأسبوع", "ar"),
        ("שליחי שני הצדדים עזבו את העיר לפני סוף השבוע", "he"),
        ("Посланники обеих сторон покинули город, не дождавшись конца встречи. Мы были там.", "ru"),
        ("Посланці обох сторін поїхали з міста до кінця тижня", "uk"),
        ("双方的特使在周末之前离开了这座城市", "zh"),
        ("", "und"),
        ("12 345 !!", "und"),
        ("Lorem zyx qwv rrt", "und"),
    ],
)
def test_a_language_is_named_where_its_words_or_script_say_so(text, language):
    assert guess_language(text) == language


def test_a_mixture_of_scripts_is_left_undetermined():
    assert guess_language("The envoys left " + "שליחי שני הצדדים עזבו") == "und"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("غادر المبعوثون المدينة مساء الثلاثاء، وقال مسؤول: «لا اتفاق بعد». ١٢٣ قتيلاً.", "ar"),
        ("双方的特使在周末之前离开了这座城市。“没有协议”，一位官员说。", "zh"),
        ("代表団は火曜日に出発しました。合意はまだありません。", "ja"),
        ("협상단은 화요일에 떠났다. 아직 합의는 없다.", "ko"),
        ("คณะเจรจาเดินทางออกจากเมืองแล้ว", "th"),
        ("Οι απεσταλμένοι έφυγαν από την πόλη χωρίς συμφωνία.", "el"),
        ("დელეგაციები ქალაქიდან წავიდნენ", "ka"),
        ('שליחי הצדדים עזבו את העיר. "אין הסכם", אמר פקיד.', "he"),
        ("Les deux délégations ont quitté la ville. « Pas d'accord », a dit un responsable le 4 mai.", "fr"),
    ],
)
def test_a_text_in_another_language_is_kept_and_marked_and_not_analysed(text, language, parser):
    document = read_document("a.txt", f"{text}\n\n{text}\n".encode(), default_lexicon(), parser)
    assert (document.language, document.chars > 0) == (language, True)
    assert (document.statements, document.figures, document.dates) == ((), (), ())


@pytest.mark.parametrize(
    "text",
    [
        "Israel and Hamas declined to comment.",
        "Qatar's finance ministry objects to the plan.",
        "The union no longer insists on a 36-hour week, a union negotiator said.",
        "Talks resume Monday, officials said.",
    ],
)
def test_one_sentence_of_a_ticker_is_known_for_english(text):
    assert guess_language(text) == "en"


@pytest.mark.parametrize(
    "text",
    [
        "Le ministère a refusé de commenter.",
        "Der Verband will am Montag verhandeln.",
        "El sindicato no comenta el plan.",
        "Il governo ha detto no al piano.",
        "Fackets krav avvisades i dag.",
    ],
)
def test_one_sentence_of_another_language_is_never_english(text):
    assert guess_language(text) != "en"
