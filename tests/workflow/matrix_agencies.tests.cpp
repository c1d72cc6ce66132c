// Cells of agencies as offices write them, against the agencies of one region.
#include "workflow/matrix/matrix_agencies.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/demo_agencies.hpp"
#include "workflow/words/sentences.hpp"

using namespace workflow;

namespace {

using texts = std::vector<std::string>;

// "Polda", "?" where nobody is sure, "? Polda" where somebody is suggested first.
texts said(const cell_agencies& cell)
{
    texts out;
    for (const named_agency& each : cell.names)
        out.push_back(!each.agency.empty()       ? each.agency
                      : each.suggestions.empty() ? "?"
                                                 : "? " + each.suggestions[0]);
    return out;
}

texts supporting(const std::string& cell)
{
    return said(agency_book(support::demo_agencies(), {}).supporting(cell));
}

texts lead(const std::string& cell)
{
    return said(agency_book(support::demo_agencies(), {}).lead(cell, 1));
}

struct expected {
    std::string written;
    texts agencies;
};

} // namespace

TEST_CASE("the lead of a row is found in the thirty-two ways in which offices write it")
{
    const expected table[]{
        {"Badan Kesbangpol Prov. Kalteng", {"Kesbangpol"}},
        {"Badan Kesatuan Bangsa dan Politik Provinsi Kalimantan Tengah", {"Kesbangpol"}},
        {"Dinas P3APPKB", {"DP3APPKB"}},
        {"DP3A/Dinas Sosial", {"DP3APPKB", "Dinas Sosial"}},
        {"Polda & Korem", {"Polda", "Korem"}},
        {"Kesbangpol dan Satpol PP", {"Kesbangpol", "Satpol PP"}},
        {"1. Dinsos 2. Satpol PP", {"Dinas Sosial", "Satpol PP"}},
        {"Badan Kesbanpol", {"? Kesbangpol"}},
        {"Kesbangpol   ", {"Kesbangpol"}},
        {"Dinas\xC2\xA0Sosial", {"Dinas Sosial"}},
        {"Dinas\nSosial", {"Dinas Sosial"}},
        {"KESBANGPOL", {"Kesbangpol"}},
        {"kesbangpol prov", {"Kesbangpol"}},
        {"Dinsos", {"Dinas Sosial"}},
        {"Satpol-PP", {"Satpol PP"}},
        {"SATPOLPP", {"Satpol PP"}},
        {"Diskominfosantik", {"? Diskominfo"}},
        {"Polda Kalteng", {"Polda"}},
        {"BPN", {"BPN"}},
        {"Kanwil BPN", {"BPN"}},
        {"Bagian Hukum", {"? Biro Hukum"}},
        {"Sekretariat Daerah", {"?"}},
        {"Kesbangpol (Bidang Waspadanas)", {"Kesbangpol"}},
        {"Tim Terpadu", {"?"}},
        {"Dinas Kesehatan Provinsi Kalimantan Tengah", {"Dinas Kesehatan"}},
        {"-", {}},
        {"", {}},
        {"Kesbangpol, Satpol PP", {"Kesbangpol", "Satpol PP"}},
        {"Kesbangpol; Satpol PP", {"Kesbangpol", "Satpol PP"}},
        {"Dinas Pendidikan\n(selaku koordinator)", {"Dinas Pendidikan"}},
        {"Kesbangpol\nSatpol PP", {"Kesbangpol", "Satpol PP"}},
        {"\xE2\x80\xA2\tKesbangpol", {"Kesbangpol"}},
    };
    for (const auto& [written, agencies] : table) {
        INFO(written);
        CHECK(lead(written) == agencies);
    }
}

TEST_CASE("supporting agencies are taken apart however offices list them")
{
    const texts two{"Polda", "Korem"};
    const expected table[]{
        {"Polda & Korem", two},
        {"Polda dan Korem", two},
        {"1. Polda 2. Korem", two},
        {"1. Polda\n2. Korem\n3. Satpol PP", {"Polda", "Korem", "Satpol PP"}},
        {"Polda, Korem, Satpol PP", {"Polda", "Korem", "Satpol PP"}},
        {"Polda / Korem", two},
        {"- Polda\n- Korem", two},
        {"a) Polda b) Korem", two},
        {"Polda;Korem;", two},
        {"Polda\xC2\xA0; Korem", two},
        {"POLDA KALTENG; KOREM 102/PJG", two},
        {"Dinsos; Dinkes", {"Dinas Sosial", "Dinas Kesehatan"}},
        {"Dinas Sosial, P3A dan PMD", {"? Dinas Sosial"}},
        {"Kementerian Agama, Kanwil Kalteng", {"? Kanwil Kemenag"}},
        {"-", {}},
        {"Polda, Korem\nSatpol PP dan BPBD", {"Polda", "Korem", "Satpol PP", "BPBD"}},
        {"\xE2\x80\xA2 Polda\n\xE2\x80\xA2 Korem", two},
        {"Biro Hukum (Setda); Bappeda (Bid. PPM)", {"Biro Hukum", "Bappeda"}},
        {"OPD terkait", {"?"}},
        {"Korem 102/Panju Panjung, Polda", {"Korem", "Polda"}},
        {"Dinas Komunikasi, Informatika, Persandian dan Statistik; Polda", {"Diskominfo", "Polda"}},
        {"Dinas PMD;\nKesbangpol", {"Dinas PMD", "Kesbangpol"}},
        {"Kesbangpol kabupaten/kota", {"? Kesbangpol"}},
        {"Camat;\nPolsek;\nKoramil", {"?", "?", "?"}},
        {"Dinas Kesehatan dan DP3APPKB", {"Dinas Kesehatan", "DP3APPKB"}},
        {"Kesbangpol, TNI, tokoh adat", {"Kesbangpol", "?", "?"}},
        {"Polda (Ditintelkam, Ditreskrimum) dan Korem", two},
        {"Badan Kesatuan Bangsa\ndan Politik", {"Kesbangpol"}},
        {"Dinas Pemberdayaan Masyarakat\ndan Desa,\nPolda", {"Dinas PMD", "Polda"}},
        {"n/a", {}},
    };
    for (const auto& [written, agencies] : table) {
        INFO(written);
        CHECK(supporting(written) == agencies);
    }
}

TEST_CASE("abbreviations, initials, syllables and small slips mean one agency")
{
    const expected table[]{
        {"Kadis Kesehatan", {"Dinas Kesehatan"}},
        {"Din. Perhubungan", {"Dinas Perhubungan"}},
        {"Dishub", {"Dinas Perhubungan"}},
        {"Disdik", {"Dinas Pendidikan"}},
        {"Bakesbangpol", {"Kesbangpol"}},
        {"BKBP", {"Kesbangpol"}},
        {"DPPPA", {"DP3APPKB"}},
        {"Dinas LH", {"DLH"}},
        {"Polda Prop. Kalimantan Tengah", {"Polda"}},
        {"UPT Dinas Sosial", {"Dinas Sosial"}},
        {"Kantor Wilayah Kementerian Agama Prov. Kalteng", {"Kanwil Kemenag"}},
        {"Badan Kesatuan Bangsa dan Politk", {"Kesbangpol"}},
        {"Dinas Komunikasi Informatika Persandian & Statistik", {"Diskominfo"}},
        {"Badan Kesatuan Bangsa dan Politik (Kesbangpol)", {"Kesbangpol"}},
    };
    for (const auto& [written, agencies] : table) {
        INFO(written);
        CHECK(lead(written) == agencies);
    }
}

TEST_CASE("another region's agency is never taken for the region's own")
{
    for (const auto* written :
         {"Dinas Sosial Kabupaten Kotawaringin Timur", "Kesbangpol Kab. Kapuas", "Polda Kalsel",
          "Dinas Kesehatan Kota Palangka Raya", "Dinas Pendidikan Provinsi Jawa Barat",
          "Badan Kesatuan Bangsa dan Politik Kalsel", "Korem 101/Antasari",
          "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu Kota"}) {
        INFO(written);
        const auto found = lead(written);
        REQUIRE(found.size() == 1);
        CHECK(found[0].starts_with("?"));
    }
}

TEST_CASE("a name that two agencies have, or are equally near, is nobody's")
{
    std::vector<agency> twins(3);
    twins[0] = {"one", 1, "62", "Dinas Sosial", "Dinsos", "opd", {}, {}, ""};
    twins[1] = {"two", 1, "62", "Dinas Sosial Kota", "Dinsos", "opd", {}, {}, ""};
    twins[2] = {"three", 1, "62", "Dinas Pertanian Rakyat A", "", "opd", {}, {}, ""};
    twins.push_back({"four", 1, "62", "Dinas Pertanian Rakyat B", "", "opd", {}, {}, ""});
    agency_book book(twins, {});
    const auto same = book.lead("Dinsos", 1).names.at(0);
    CHECK(same.agency.empty());
    CHECK(same.ambiguous);
    CHECK(same.suggestions == texts{"one", "two"});
    CHECK(book.lead("Dinas Pertanian Rakyat C", 1).names.at(0).agency.empty());
}

TEST_CASE("an answer holds for every cell with the spelling, and what is left open stays text")
{
    agency_book book(support::demo_agencies(),
                     {{}, {}, {{"Tim Terpadu", "Kesbangpol"}, {"KPUD", ""}}, {}});
    CHECK(said(book.lead("TIM  TERPADU", 1)) == texts{"Kesbangpol"});
    const auto open = book.supporting("Polda; KPUD").names;
    REQUIRE(open.size() == 2);
    CHECK(open[1].agency.empty());
    CHECK(open[1].is_answered);
    CHECK(book.told().at(0).is_answered);
}

TEST_CASE("each spelling is told once with how often it stands")
{
    agency_book book(support::demo_agencies(), {});
    book.lead("Bagian Hukum", 1);
    book.supporting("Bagian Hukum; Polda");
    book.supporting("BAGIAN HUKUM, Polda; OPD terkait");
    const auto told = book.told();
    REQUIRE(told.size() == 2);
    CHECK(told[0].text == "Bagian Hukum");
    CHECK(told[0].count == 3);
    CHECK(told[0].leads);
    CHECK(told[0].agency.empty());
    CHECK(told[0].suggestions.at(0) == "Biro Hukum");
    CHECK(told[1].agency == "Polda");
    CHECK_FALSE(told[1].leads);
}

TEST_CASE("what may be one agency or several is asked once, and the answer is followed")
{
    const std::string cell = "Dinas Sosial, P3A dan PMD";
    agency_book asking(support::demo_agencies(), {});
    CHECK_FALSE(asking.supporting(cell).undecided.empty());
    asking.supporting(cell);
    const auto questions = asking.questions();
    REQUIRE(questions.size() == 1);
    CHECK(questions[0].proposed.empty());
    const auto with = [&](const char* text, const char* choice) {
        return agency_book(support::demo_agencies(), {{}, {}, {}, {{questions[0].id, choice}}})
            .supporting(text);
    };
    CHECK(said(with(cell.c_str(), "several")) == texts{"Dinas Sosial", "DP3APPKB", "Dinas PMD"});
    CHECK(said(with(cell.c_str(), "one")).size() == 1);
    CHECK(with(cell.c_str(), "one").undecided.empty());

    agency_book other(support::demo_agencies(), {});
    other.supporting("Kementerian Agama, Kanwil Kalteng");
    agency_book one(support::demo_agencies(), {{}, {}, {}, {{other.questions().at(0).id, "one"}}});
    CHECK(said(one.supporting("Kementerian Agama, Kanwil Kalteng")) == texts{"Kanwil Kemenag"});
}

TEST_CASE("several leads are asked about once, with what is done unless one says otherwise")
{
    agency_book book(support::demo_agencies(), {});
    book.lead("Polda & Korem", 6);
    book.lead("Kesbangpol dan Satpol PP", 7);
    book.lead("-", 27);
    const auto questions = book.questions();
    REQUIRE(questions.size() == 2);
    CHECK(questions[0].proposed == "first");
    CHECK(questions[0].text.arguments.at("rows") == "6, 7");
    CHECK(questions[1].proposed == "left_open");
    CHECK(questions[1].choices.size() == 3);
    for (const auto& question : questions)
        for (const auto* locale : {"id", "en"}) {
            CHECK(say(locale, question.text).find('{') == std::string::npos);
            for (const auto& choice : question.choices)
                CHECK(say(locale, choice.text).find('{') == std::string::npos);
        }
    agency_book answered(support::demo_agencies(), {{}, {}, {}, {{"no_lead", "Polda"}}});
    CHECK(said(answered.lead("", 27)) == texts{"Polda"});
}

TEST_CASE("names that would be taken apart are written so that they are not")
{
    const agency_book book(support::demo_agencies(), {});
    const texts names{"Badan Kesatuan Bangsa dan Politik", "Polda dan Korem", "A; B", "-", "\"x\""};
    const std::string cell = book.joined(names);
    CHECK(cell.starts_with("Badan Kesatuan Bangsa dan Politik; \"Polda dan Korem\""));
    texts back;
    for (const auto& each : agency_book(support::demo_agencies(), {}).supporting(cell).names)
        back.push_back(each.text);
    CHECK(back == names);
}
