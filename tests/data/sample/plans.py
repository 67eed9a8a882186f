"""What is planted: the dates, sizes, endings and effects of each cohort. Only data."""

from dataclasses import dataclass, field
from datetime import date

# (status, reason, how many, earliest and latest end as a share of the planned length).
# A reason of None is not recorded; a status of None neither.
TERM = ("completed", "completed_term")


@dataclass
class Plan:
    id: str
    start: date
    end: date
    matched_on: date
    as_of: date
    endings: list
    # Which of `endings`, by its place, are followed by a rematch.
    rematched: list = field(default_factory=list)
    running: bool = False
    proposed: int = 0
    continues: int = 0
    sites: tuple = ()
    groups: int = 0
    two_mentors: int = 0
    two_matches: int = 0
    returning: dict = field(default_factory=dict)
    were_mentees: dict = field(default_factory=dict)
    doubles: int = 0
    pauses: int = 0
    leaves: int = 0
    transition_week: int = 33
    trainings: tuple = (1, 2, 3, 4)
    facilitated: bool = True
    # Shares of what is written down at all, and of what is done.
    recorded: float = 0.97
    expectations: float = 0.94
    contact: float = 0.95
    midpoint: float = 0.90
    closing: float = 0.60
    exits: float = 0.60
    # Answers: shares of favourable ones, means and response.
    change_it: dict = field(default_factory=lambda: {"mentee": 0.75, "mentor": 0.80})
    mentors_can_say: float = 0.70
    recommend: float = 8.6
    goals: float = 0.4
    response: dict = field(default_factory=dict)
    linked_end: bool = True
    # Whether mentors answer without a name, under a code that they choose.
    mentors_by_code: bool = False


PLANS = [
    Plan(
        id="2023-autumn",
        start=date(2023, 9, 25), end=date(2024, 6, 21), matched_on=date(2023, 9, 25), as_of=date(2024, 10, 15),
        endings=[
            (*TERM, 8, 1, 1),
            ("completed", None, 2, 1, 1),
            ("completed", "goals_met_early", 1, 0.7, 0.85),
            ("rematched", "mismatch", 2, 0.37, 0.45),
            ("ended_early", "gradual_dissolution", 2, 0.45, 0.60),
            ("ended_early", "mentor_unresponsive", 1, 0.40, 0.55),
            ("ended_early", "life_change_mentee", 1, 0.5, 0.8),
            ("ended_early", None, 2, 0.4, 0.7),
            (None, None, 3, 0.5, 0.9),
        ],
        rematched=[3, 3],
        two_matches=1, pauses=2, trainings=(1, 4), facilitated=False,
        recorded=0.65, expectations=0.60, contact=0.60, midpoint=0.50, closing=0.50, exits=0.25,
        change_it={"mentee": 0.40, "mentor": 0.50}, mentors_can_say=0.48, recommend=7.4, goals=0.1,
        response={"baseline": 0.85, "midpoint": 0.64, "end": 0.48}, linked_end=False,
    ),
    Plan(
        id="2024-autumn",
        start=date(2024, 9, 23), end=date(2025, 6, 20), matched_on=date(2024, 9, 23), as_of=date(2025, 10, 10),
        endings=[
            (*TERM, 25, 1, 1),
            ("completed", "goals_met_early", 2, 0.65, 0.85),
            ("ended_early", "goals_met_early", 2, 0.65, 0.85),
            ("ended_early", "life_change_mentee", 2, 0.2, 0.9),
            ("ended_early", "life_change_mentor", 1, 0.3, 0.8),
            ("ended_early", "life_change", 1, 0.3, 0.8),
            ("ended_early", "withdrew_on_request", 1, 0.2, 0.7),
            ("ended_early", "mismatch", 1, 0.3, 0.4),
            ("ended_early", "gradual_dissolution", 1, 0.4, 0.7),
            ("ended_early", "mentee_unresponsive", 1, 0.4, 0.7),
            ("ended_early", "unmet_expectations", 1, 0.4, 0.7),
        ],
        proposed=1, sites=("valencia",), groups=1, returning={"2023-autumn": 8}, doubles=1,
        pauses=3, leaves=1, response={"baseline": 0.95, "midpoint": 0.88, "end": 0.84},
    ),
    Plan(
        id="2025-spring",
        start=date(2025, 3, 3), end=date(2025, 11, 28), matched_on=date(2025, 3, 3), as_of=date(2026, 2, 20),
        endings=[
            (*TERM, 9, 1, 1),
            ("completed", "goals_met_early", 1, 0.7, 0.85),
            ("ended_early", "life_change_mentee", 1, 0.3, 0.8),
            ("ended_early", "mismatch", 1, 0.3, 0.6),
        ],
        sites=("valencia",), returning={"2024-autumn": 4}, were_mentees={"2023-autumn": 1}, pauses=1, leaves=1,
        transition_week=30, expectations=0.98, contact=0.99, midpoint=0.95, closing=0.95, exits=0.92,
        response={"baseline": 1.0, "midpoint": 1.0, "end": 0.97}, mentors_by_code=True,
    ),
    Plan(
        id="2026-spring",
        start=date(2026, 3, 2), end=date(2026, 11, 27), matched_on=date(2026, 2, 27), as_of=date(2026, 11, 20),
        endings=[
            ("active", None, 33, 1, 1),
            ("paused", None, 1, 1, 1),
            ("completed", "goals_met_early", 2, 0.6, 0.85),
            ("ended_early", "goals_met_early", 1, 0.6, 0.85),
            ("ended_early", "life_change_mentee", 2, 0.2, 0.8),
            ("ended_early", "life_change", 1, 0.3, 0.8),
            ("rematched", "life_change_mentor", 1, 0.3, 0.4),
            ("rematched", "mismatch", 1, 0.3, 0.45),
            ("ended_early", "gradual_dissolution", 1, 0.5, 0.7),
            ("ended_early", "held_elsewhere", 1, 0.4, 0.6),
        ],
        rematched=[6, 7],
        running=True, continues=1, sites=("leeds", "valencia"), groups=1, two_mentors=1, two_matches=2,
        returning={"2024-autumn": 8, "2025-spring": 2}, were_mentees={"2024-autumn": 2, "2023-autumn": 1},
        doubles=1, pauses=3, leaves=2, response={"baseline": 0.93, "midpoint": 0.80},
    ),
]
