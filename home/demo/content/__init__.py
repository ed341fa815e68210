"""What the demo site says."""

from . import fall_2022, these_weeks, this_year, winter_2022, year_2023, year_2024, year_2025

POSTS = (
    *fall_2022.POSTS,
    *winter_2022.POSTS,
    *year_2023.POSTS,
    *year_2024.POSTS,
    *year_2025.POSTS,
    *this_year.POSTS,
    *these_weeks.POSTS,
)
