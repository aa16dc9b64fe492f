"""The plan page (改进计划): a target per item, what is to be done, and what it is worth."""

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from digicom_desktop.domain.closing import shown_gain
from digicom_desktop.domain.plan import Action, ActionState, Plan
from digicom_desktop.domain.planning import planned_result, suggested_plan
from digicom_desktop.domain.reporting import firm_level
from digicom_desktop.domain.scoring import Result, shown_score, thresholds
from digicom_desktop.domain.words import Words
from digicom_desktop.session import Change, Session
from digicom_desktop.ui.banner import Banner
from digicom_desktop.ui.card import ScrolledColumn
from digicom_desktop.ui.chips import Chip
from digicom_desktop.ui.flow import FlowLayout
from digicom_desktop.ui.labels import PlainLabel
from digicom_desktop.ui.page import Page
from digicom_desktop.ui.plan_action import ActionColumns
from digicom_desktop.ui.plan_addition import PlanAddition
from digicom_desktop.ui.plan_card import PlanCard
from digicom_desktop.ui.plan_empty import PlanEmpty
from digicom_desktop.ui.plan_list import PlanList
from digicom_desktop.ui.plan_suggestion import PlanSuggestion
from digicom_desktop.ui.plan_summary import PlanSummary
from digicom_desktop.ui.plan_view import candidates, is_overdue, lines_shown
from digicom_desktop.ui.tab_order import set_tab_order
from digicom_desktop.ui.tokens import SPACE_12, SPACE_16, Tone
