// Which sheets of a workbook are read: the one on top, and those that go with it.
#include "tests/support/matrix_pages.hpp"

using namespace matrix_pages;

namespace {

std::vector<std::string> keys_of(const matrix_reading& reading)
{
    std::vector<std::string> keys;
    for (const auto& problem : reading.problems) keys.push_back(problem.detail.key);
    return keys;
}

sheet named_page(const char* name, const std::vector<cells>& rows)
{
    sheet page = page_of(rows);
    page.name = name;
    return page;
}

const cells second = with(with(good, 0, "2"), 3, "Patroli");
const cells third = with(with(good, 0, "3"), 3, "Ikrar damai");

} // namespace

TEST_CASE("sheets with other actions are read together; a copy is offered and told")
{
    auto page = named_page("Pencegahan", {header, good, second});
    page.others = {named_page("Salinan", {header, good, second})};
    auto reading = read(page);
    CHECK(reading.problems.empty());
    CHECK(reading.rows.size() == 2);
    REQUIRE(reading.questions.size() == 1);
    CHECK(reading.questions[0].proposed == "Pencegahan");
    CHECK(reading.account.cells.sheet_not_read == 40);
    REQUIRE(reading.remarks.size() == 1);
    CHECK(reading.remarks[0].detail.arguments.at("names") == "Salinan");

    page.others = {named_page("Pemulihan", {header, third})};
    reading = read(page);
    CHECK(reading.rows.size() == 3);
    CHECK(reading.questions.at(0).proposed == "together");
    CHECK(reading.rows.back().sheet_name == "Pemulihan");
    CHECK(reading.account.cells.sheet_not_read == 0);
    matrix_answers only;
    only.sheets = {"Pemulihan"};
    CHECK(read(page, only).rows.size() == 1);
    page.others[0].hidden = true;
    CHECK(read(page).rows.size() == 2);
}

TEST_CASE("a sheet that holds some of the same actions and some others is asked about")
{
    auto page = named_page("Januari", {header, good, second});
    page.others = {named_page("Februari", {header, good, third})};
    CHECK(keys_of(read(page)) == std::vector<std::string>{"matrix_sheets"});
    matrix_answers answers;
    answers.choices["sheets"] = "Februari";
    const auto reading = read(page, answers);
    CHECK(reading.problems.empty());
    CHECK(reading.rows.at(1).title == "Ikrar damai");
}

TEST_CASE("last year's sheet and instructions are told, and nothing is asked about them")
{
    auto page = named_page("RAD 2026", {header, good});
    page.others = {named_page("RAD 2025", {header, second}),
                   named_page("Petunjuk", {header, third})};
    const auto reading = read(page);
    CHECK(reading.rows.size() == 1);
    CHECK(reading.questions.empty());
    CHECK(reading.remarks.at(0).detail.arguments.at("names") == "RAD 2025, Petunjuk");
}
