from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from digicom_desktop.ui.flow import FlowLayout


def box(width: int, height: int) -> QWidget:
    widget = QWidget()
    widget.setFixedSize(QSize(width, height))
    return widget


def test_widgets_go_on_in_the_next_line(qtbot: QtBot) -> None:
    outside = QWidget()
    qtbot.addWidget(outside)
    flow = FlowLayout(10, 5)
    outside.setLayout(flow)
    boxes = [box(40, 20), box(40, 10), box(40, 20)]
    for widget in boxes:
        flow.addWidget(widget)
    flow.setGeometry(QRect(0, 0, 100, 100))
    assert [(b.x(), b.y()) for b in boxes] == [(0, 0), (50, 5), (0, 25)]
    assert flow.heightForWidth(100) == 45
    assert flow.heightForWidth(1000) == 20


def test_a_title_stands_alone_unless_all_have_room_beside_it(qtbot: QtBot) -> None:
    outside = QWidget()
    qtbot.addWidget(outside)
    flow = FlowLayout(10, 5, is_titled=True)
    outside.setLayout(flow)
    boxes = [box(40, 20), box(40, 20), box(40, 20)]
    for widget in boxes:
        flow.addWidget(widget)
    flow.setGeometry(QRect(0, 0, 100, 100))
    assert [(b.x(), b.y()) for b in boxes] == [(0, 0), (0, 25), (50, 25)]
    flow.setGeometry(QRect(0, 0, 140, 100))
    assert [(b.x(), b.y()) for b in boxes] == [(0, 0), (50, 0), (100, 0)]


def test_a_widget_wider_than_the_line_is_not_lost(qtbot: QtBot) -> None:
    outside = QWidget()
    qtbot.addWidget(outside)
    flow = FlowLayout()
    outside.setLayout(flow)
    flow.addWidget(box(40, 20))
    flow.addWidget(box(300, 20))
    assert flow.heightForWidth(100) == 48


def test_an_empty_flow_takes_no_room(qtbot: QtBot) -> None:
    outside = QWidget()
    qtbot.addWidget(outside)
    flow = FlowLayout()
    outside.setLayout(flow)
    assert flow.heightForWidth(100) == 0
    flow.addWidget(box(1, 1))
    flow.clear()
    assert flow.count() == 0
