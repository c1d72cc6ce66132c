// Finds the header row and names its columns.
#include "workflow/matrix/matrix_header.hpp"
#include "workflow/matrix/matrix_own_columns.hpp"
#include "workflow/matrix/matrix_text.hpp"
#include "workflow/matrix/matrix_words.hpp"
#include <algorithm>

namespace workflow {

namespace {

constexpr std::size_t header_search_rows = 60;
constexpr std::size_t header_columns_min = 3;

struct known_heading {
    matrix_column column;
    std::string_view field;
    std::string_view written;                // as this program writes it
    std::vector<std::string_view> spellings; // keys; the likelier first
};

const std::vector<known_heading>& known_headings()
{
    using enum matrix_column;
    static const std::vector<known_heading> table{
        {number, "number", "No", {"no", "nomor", "nomer", "nourut", "nomorurut", "number"}},
        {phase,
         "phase",
         "Bidang/Tahap",
         {"bidangtahap", "tahapbidang", "tahap", "tahapan", "bidang", "bidangtahapan",
          "tahappenanganan", "tahapanpenanganan", "fase", "phase"}},
        {theme, "theme", "Tema", {"tema", "temaaksi", "temaisu", "isu", "isustrategis", "theme"}},
        {title,
         "title",
         "Rencana Aksi",
         {"rencanaaksi", "rencanaaksidaerah", "uraianrencanaaksi", "uraianaksi", "aksi", "namaaksi",
          "rencanakegiatan", "uraiankegiatan", "namakegiatan", "kegiatan", "uraian", "action"}},
        {location,
         "location",
         "Lokasi",
         {"lokasi", "lokasikegiatan", "lokasiaksi", "lokus", "tempat", "wilayah", "location"}},
        {lead,
         "lead_agency",
         "Penanggung Jawab",
         {"penanggungjawab", "penanggungjawabutama", "penangungjawab", "instansipenanggungjawab",
          "opdpenanggungjawab", "perangkatdaerahpenanggungjawab", "pj", "leadagency"}},
        {supporting,
         "supporting_agencies",
         "Instansi Terkait",
         {"instansiterkait", "instansipendukung", "opdterkait", "opdpendukung",
          "instansiterkaitpendukung", "pihakterkait", "pendukung", "terkait"}},
        {criterion,
         "success_criterion",
         "Kriteria Keberhasilan",
         {"kriteriakeberhasilan", "ukurankeberhasilan", "indikatorkeberhasilan", "kriteria",
          "indikator", "indikatorkinerja"}},
        {unit, "unit", "Satuan", {"satuan", "satuantarget", "satuanukuran", "unit"}},
        {budget,
         "budget_source",
         "Sumber Anggaran",
         {"sumberanggaran", "sumberdana", "sumberpendanaan", "sumberpembiayaan", "anggaran",
          "pendanaan", "pembiayaan"}},
        {note, "note", "Keterangan", {"keterangan", "ket", "catatan", "note"}},
        {measure,
         "measure",
         "Cara hitung",
         {"carahitung", "carapenghitungan", "caraperhitungan", "measure"}},
        {identity, "id", "ID", {"id", "idaksi", "idrencanaaksi"}},
    };
    return table;
}

struct recognised_heading {
    matrix_column column{};
    std::size_t rank{}; // 0: the likeliest spelling
};

std::optional<recognised_heading> recognise(std::string_view text)
{
    for (const auto candidate : {text, text.substr(0, text.find('('))}) { // "Lokasi (kab/kota)"
        const std::string key = spelling_key(candidate);
        for (const auto& heading : known_headings()) {
            const auto place = std::find(heading.spellings.begin(), heading.spellings.end(), key);
            if (place != heading.spellings.end())
                return recognised_heading{
                    heading.column, static_cast<std::size_t>(place - heading.spellings.begin())};
        }
    }
    return {};
}

// What this program writes itself is never another column.
bool is_written_heading(const std::string& text)
{
    const std::string key = spelling_key(text);
    return std::any_of(known_headings().begin(), known_headings().end(),
                       [&](const auto& each) { return spelling_key(each.written) == key; });
}

// Gives the columns of one or two header rows their meaning.
class header_reader {
public:
    explicit header_reader(const matrix_frame& frame)
        : periods_(frame.periods), columns_(frame.columns)
    {
        for (const auto& each : periods_) header_.periods.push_back({each.code, {}, {}, {}});
        for (const auto& each : columns_) header_.own.push_back({each.code, {}});
    }

    void read(const sheet_row& row)
    {
        header_.row = row.number;
        header_.names.resize(std::max(header_.names.size(), row.cells.size()));
        for (std::size_t column = 0; column < row.cells.size(); ++column) {
            const std::string text = tidy_text(row.cells[column].text);
            if (text.empty()) continue;
            header_.names[column] = text;
            take(column, text);
        }
    }

    // Below a group heading `Target` each column has its period.
    bool read_below(const sheet_row& row)
    {
        const auto blank = [&](matrix_column which) {
            const auto at = header_.column(which);
            return !at || *at >= row.cells.size() || tidy_text(row.cells[*at].text).empty();
        };
        if (!blank(matrix_column::title) || !blank(matrix_column::number)) return false;
        const bool names_period =
            std::any_of(row.cells.begin(), row.cells.end(), [&](const sheet_cell& cell) {
                return period_named(tidy_text(cell.text), periods_).has_value();
            });
        if (!names_period) return false;
        target_without_period_.clear();
        const int first_row = header_.row;
        read(row);
        header_.row = first_row;
        return true;
    }

    matrix_header finished()
    {
        for (const auto column : target_without_period_) {
            if (header_.periods.size() == 1 && !header_.periods[0].target)
                header_.periods[0].target = column;
            else
                unknown_period(column);
        }
        return std::move(header_);
    }

    const matrix_header& so_far() const { return header_; }

private:
    void take(std::size_t column, const std::string& text)
    {
        if (take_own(column, text)) return;
        const std::string key = spelling_key(text);
        if (key == "target" || key == "sasaran") {
            target_without_period_.push_back(column);
            return;
        }
        if (take_period(column, text)) return;
        const auto found = recognise(text);
        if (!found) return;
        auto& place = header_.at[static_cast<std::size_t>(found->column)];
        auto& rank = ranks_[static_cast<std::size_t>(found->column)];
        if (place && rank == found->rank) return twice(column);
        if (!place) ++header_.recognised;
        if (place && rank < found->rank) return;
        place = column;
        rank = found->rank;
    }

    bool take_own(std::size_t column, const std::string& text)
    {
        if (is_written_heading(text)) return false;
        const auto named = own_column_named(text, columns_);
        if (!named) return false;
        auto& place = header_.own[*named].at;
        if (place) return twice(column), true;
        place = column;
        ++header_.recognised;
        return true;
    }

    bool take_period(std::size_t column, const std::string& text)
    {
        for (const auto& [prefix, member] : {std::pair{"Satuan ", &period_columns::unit},
                                             {"Kuantitas ", &period_columns::quantity},
                                             {"", &period_columns::target}}) {
            if (!text.starts_with(prefix)) continue;
            const auto named = period_named(
                std::string_view(text).substr(std::string_view(prefix).size()), periods_);
            if (!named) continue;
            if (!named->index) return unknown_period(column), true;
            auto& place = header_.periods[*named->index].*member;
            if (place) return twice(column), true;
            place = column;
            ++header_.recognised;
            return true;
        }
        return false;
    }

    void twice(std::size_t column)
    {
        const auto& name = header_.names[column];
        header_.problems.push_back({header_.row, name, {"matrix_column_twice", {{"name", name}}}});
    }

    void unknown_period(std::size_t column)
    {
        const bilingual known = words_listed(periods_);
        const auto& name = header_.names[column];
        header_.problems.push_back(
            {header_.row, name, {"matrix_period_unknown", {{"name", name}, {"known", known}}}});
    }

    const std::vector<coded>& periods_;
    const std::vector<matrix_column_rule>& columns_;
    matrix_header header_;
    std::array<std::size_t, matrix_columns> ranks_{};
    std::vector<std::size_t> target_without_period_;
};

bool is_enough(const matrix_header& header)
{
    return header.column(matrix_column::title) && header.recognised >= header_columns_min;
}

} // namespace

std::string_view heading_of(matrix_column column)
{
    return known_headings()[static_cast<std::size_t>(column)].written;
}

std::string_view field_of(matrix_column column)
{
    return known_headings()[static_cast<std::size_t>(column)].field;
}

std::string matrix_header::name(matrix_column which) const
{
    const auto place = column(which);
    return place ? names[*place] : std::string(heading_of(which));
}

std::vector<std::string> matrix_header::fields() const
{
    std::vector<std::string> out(names.size());
    const auto take = [&](std::optional<std::size_t> place, std::string field) {
        if (place) out[*place] = std::move(field);
    };
    for (const auto& heading : known_headings())
        take(column(heading.column), std::string(heading.field));
    for (const own_column& each : own) take(each.at, each.code);
    for (const period_columns& period : periods) {
        take(period.target, "target_" + period.code);
        take(period.unit, "unit_" + period.code);
        take(period.quantity, "quantity_" + period.code);
    }
    return out;
}

bool matrix_header::has_targets() const
{
    return std::any_of(periods.begin(), periods.end(),
                       [](const period_columns& each) { return each.target.has_value(); });
}

std::optional<matrix_header> find_header(const sheet& page, const matrix_frame& frame)
{
    for (std::size_t index = 0; index < std::min(page.rows.size(), header_search_rows); ++index) {
        header_reader reader(frame);
        reader.read(page.rows[index]);
        if (!is_enough(reader.so_far())) continue;
        std::size_t next = index + 1;
        if (next < page.rows.size() && reader.read_below(page.rows[next])) ++next;
        matrix_header header = reader.finished();
        header.first = index;
        header.first_data = next;
        return header;
    }
    return {};
}

bool looks_like_header(const sheet_row& row, const matrix_frame& frame)
{
    header_reader reader(frame);
    reader.read(row);
    return is_enough(reader.so_far());
}

bool has_matrix_header(const sheet& page)
{
    return find_header(page, {}).has_value();
}

} // namespace workflow
