"""The fields of the company page, one for each value of the firm."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QObject

from digicom_desktop.contact import email_judgement, phone_judgement
from digicom_desktop.domain import credit_code
from digicom_desktop.domain.choice_search import Choice
from digicom_desktop.domain.company import CATEGORIES, NARRATIVES, OWNERSHIPS, limit, name_judgement
from digicom_desktop.domain.industry import Industries
from digicom_desktop.domain.judgement import Judgement
from digicom_desktop.domain.postcode import (
    LENGTH as POSTCODE_LENGTH,
    normal_postcode,
    postcode_judgement,
)
from digicom_desktop.domain.region import Regions
from digicom_desktop.domain.size_class import SizeStandard
from digicom_desktop.domain.words import Words
from digicom_desktop.ui.field import Field
from digicom_desktop.ui.fields import (
    ChoiceField,
    DateField,
    LineField,
    SearchChoiceField,
    TextField,
)
from digicom_desktop.ui.region_field import RegionField
from digicom_desktop.ui.remark import remarks
from digicom_desktop.ui.today_field import TodayField

CompanyField = Field | RegionField

_NARRATIVE_LINES = 6


class CompanyFields(QObject):
    """Makes the fields; ``years`` are those that can be assessed, latest first.

    ``today`` tells the day on which it is asked.
    """

    def __init__(
        self,
        words: Words,
        regions: Regions,
        industries: Industries,
        sizes: SizeStandard,
        years: Sequence[int],
        today: Callable[[], date],
    ) -> None:
        super().__init__()
        self._words = words
        self._regions = regions
        self._industries = industries
        self._sizes = sizes
        self._years, self._today = years, today

    def make(self, name: str, *, required: bool) -> CompanyField:
        """The field of ``Company.name``; nothing is typed in it yet."""
        label = self._words.say(f"company.{name}")
        field = self._makers().get(name, self._line(name))(f"{label} *" if required else label)
        field.set_name(self.tr("{0}, required").format(label) if required else label)
        return field

    def groups_of(self, division: str) -> list[tuple[str, str]]:
        """The groups to choose from in ``division`` (code, text): nearly always none."""
        return [
            (code, f"{code} {self._words.say(f'company.industry_detail.{code}')}")
            for code in self._sizes.groups(division)
        ]

    def _makers(self) -> dict[str, Callable[[str], CompanyField]]:
        return {
            "name": lambda caption: self._judged(caption, "name", name_judgement),
            "credit_code": self._credit_code,
            "region": lambda caption: RegionField(
                self._regions,
                (
                    self.tr("{0} · province", "the field of the region").format(caption),
                    self.tr("City"),
                    self.tr("County or district"),
                ),
            ),
            "industry": self._industry,
            "ownership": lambda caption: self._choice(caption, "ownership", OWNERSHIPS),
            "category": lambda caption: self._choice(
                caption,
                "category",
                CATEGORIES,
                self.tr(
                    "Digital means in the firm's own business: usually the first. Digital commerce "
                    "services for other firms: usually the second. The guideline does not define "
                    "them; ask the bureau if in doubt."
                ),
            ),
            "year": self._year,
            "industry_detail": lambda caption: ChoiceField(
                caption, (), self.tr("The size class depends on it"), placeholder=self.tr("Choose")
            ),
            "postcode": self._postcode,
            "phone": lambda caption: self._judged(caption, "phone", phone_judgement),
            "email": lambda caption: self._judged(caption, "email", email_judgement),
            "founded": lambda caption: DateField(caption),
            "filled_on": lambda caption: TodayField(caption, self._today),
            "honours": lambda caption: TextField(
                caption, limit("honours"), placeholder=self.tr("Lists, titles and awards, if any")
            ),
            "receiving_bureau": lambda caption: LineField(
                caption,
                limit("receiving_bureau"),
                self.tr("The bureau that gets the files"),
            ),
            **{name: self._narrative(name) for name in NARRATIVES},
        }

    def _line(self, name: str) -> Callable[[str], CompanyField]:
        return lambda caption: LineField(caption, limit(name))

    def _credit_code(self, caption: str) -> CompanyField:
        hint = self.tr("18 characters, as on the business licence")
        return LineField(
            caption,
            limit("credit_code"),
            hint,
            narrows=True,
            check=lambda text: remarks(credit_code.judgements(text, self._regions), self._words),
            complete=lambda text: len(credit_code.normal_form(text)) >= credit_code.LENGTH,
        )

    def _postcode(self, caption: str) -> CompanyField:
        return LineField(
            caption,
            limit("postcode"),
            narrows=True,
            check=lambda text: remarks([postcode_judgement(text)], self._words),
            complete=lambda text: len(normal_postcode(text)) >= POSTCODE_LENGTH,
        )

    def _judged(
        self, caption: str, name: str, judge: Callable[[str], Judgement | None]
    ) -> CompanyField:
        return LineField(
            caption,
            limit(name),
            narrows=True,
            check=lambda text: remarks([judge(text)], self._words),
        )

    def _industry(self, caption: str) -> CompanyField:
        language = self._words.language
        choices = [
            Choice(
                division.code,
                f"{division.code} {division.name.in_(language)}"
                f" · {section.code} {section.name.in_(language)}",
                division.name.in_(language),
                (division.name.zh, division.name.en, *division.words),
            )
            for section in self._industries.sections
            for division in section.divisions
        ]
        return SearchChoiceField(
            caption,
            choices,
            self.tr("Selling goods: 52 retail or 51 wholesale. Making them: manufacturing."),
            placeholder=self.tr("Choose, or type what you do: online shop, restaurant, software"),
        )

    def _choice(
        self, caption: str, name: str, codes: tuple[str, ...], hint: str = ""
    ) -> CompanyField:
        choices = [(code, self._words.say(f"company.{name}.{code}")) for code in codes]
        return ChoiceField(caption, choices, hint, placeholder=self.tr("Choose"))

    def _year(self, caption: str) -> CompanyField:
        return ChoiceField(caption, [(str(year), str(year)) for year in self._years])

    def _narrative(self, name: str) -> Callable[[str], CompanyField]:
        placeholder = {
            "main_practices": self.tr("What is done, with which systems, in which departments"),
            "results": self.tr("Figures before and after, and who gains by it"),
            "problems": self.tr("What is still hard, and what comes next"),
        }[name]
        return lambda caption: TextField(
            caption, limit(name), placeholder=placeholder, lines=_NARRATIVE_LINES
        )
