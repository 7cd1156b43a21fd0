import pytest

from gobetween.reading.documents.languages import guess_language


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
