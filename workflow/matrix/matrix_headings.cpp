// Spellings are keys (see spelling_key), the likelier first.
#include "workflow/matrix/matrix_headings.hpp"
#include "workflow/matrix/matrix_text.hpp"
#include <algorithm>

namespace workflow {

namespace {

using spellings = std::vector<std::string_view>;

struct known_heading {
    matrix_column column;
    std::string_view field;
    std::string_view written; // as this program writes it
    spellings words;
};

// In the order of matrix_column.
using enum matrix_column;
const std::vector<known_heading> known_headings{
    {number, "number", "No", {"no", "nomor", "nomer", "nourut", "nomorurut", "number"}},
    {phase,
     "phase",
     "Bidang/Tahap",
     {"bidangtahap", "tahapbidang", "tahap", "tahapan", "bidang", "bidangtahapan",
      "tahappenanganan", "tahapanpenanganan", "tahapkonflik", "fase", "phase", "stage"}},
    {theme, "theme", "Tema", {"tema", "temaaksi", "temaisu", "isu", "isustrategis", "theme"}},
    {title,
     "title",
     "Rencana Aksi",
     {"rencanaaksi", "rencanaaksidaerah", "uraianrencanaaksi", "uraianaksi", "aksi", "namaaksi",
      "actionplan", "action", "rencanakegiatan", "kegiatanrencanaaksi", "rencanaaksikegiatan",
      "namakegiatan", "kegiatan", "activity", "uraiankegiatan", "uraian"}},
    {location,
     "location",
     "Lokasi",
     {"lokasi", "lokasikegiatan", "lokasiaksi", "lokus", "tempat", "wilayah", "location"}},
    {lead,
     "lead_agency",
     "Penanggung Jawab",
     {"penanggungjawab",
      "penanggungjawabutama",
      "penangungjawab",
      "instansipenanggungjawab",
      "opdpenanggungjawab",
      "perangkatdaerahpenanggungjawab",
      "pj",
      "utama",
      "leadingsector",
      "leadingsektor",
      "leadagency",
      "koordinator",
      "instansipelaksana",
      "opdpelaksana",
      "perangkatdaerahpelaksana",
      "pelaksana",
      "instansi",
      "perangkatdaerah",
      "opd",
      "skpd"}},
    {supporting,
     "supporting_agencies",
     "Instansi Terkait",
     {"instansiterkait", "instansipendukung", "opdterkait", "opdpendukung",
      "instansiterkaitpendukung", "perangkatdaerahterkait", "perangkatdaerahpendukung",
      "pihakterkait", "pendukung", "terkait", "penanggungjawabpendukung", "mitra", "mitrakerja",
      "mitraterkait", "supportingagencies"}},
    {criterion,
     "success_criterion",
     "Kriteria Keberhasilan",
     {"kriteriakeberhasilan", "ukurankeberhasilan", "indikatorkeberhasilan", "kriteria",
      "tolokukur", "tolakukur", "indikator", "indikatorkinerja", "indikatoroutput", "keluaran",
      "outputkeluaran", "output", "successcriterion"}},
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
    {version, "version", "Versi", {"versi", "versiaksi", "versirencanaaksi"}},
    {step,
     "step",
     "Sub Kegiatan",
     {"subkegiatan", "subrencanaaksi", "subaksi", "rinciankegiatan", "rincianaksi",
      "tahapankegiatan", "langkahkegiatan", "langkahlangkah", "langkah", "uraiankegiatan",
      "uraian"}},
    {time,
     "time",
     "Waktu",
     {"waktu", "waktupelaksanaan", "jadwal", "jadwalpelaksanaan", "periodepelaksanaan",
      "bulanpelaksanaan"}},
};

struct achievement_heading {
    std::string_view field;
    spellings words; // a heading with one of them at its beginning is meant
};

const std::vector<achievement_heading> achievement_headings{
    {"percent", {"persen", "persentase", "prosentase", "capaianpersen", "realisasipersen"}},
    {"achievement", {"realisasi", "capaian", "pencapaian", "achievement"}},
    {"obstacle", {"kendala", "hambatan", "permasalahan", "obstacle"}},
    {"follow_up", {"tindaklanjut", "rencanatindaklanjut", "solusi", "followup"}},
    {"evidence",
     {"datadukung", "datapendukung", "buktidukung", "buktipendukung", "dokumenpendukung", "eviden",
      "evidence", "linkdatadukung"}},
};

// "% Capaian": the sign is no letter, and says all.
bool begins_with_percent(std::string_view heading)
{
    return tidy_text(heading).starts_with('%');
}

} // namespace

std::string_view heading_of(matrix_column column)
{
    return known_headings[static_cast<std::size_t>(column)].written;
}

std::string_view field_of(matrix_column column)
{
    return known_headings[static_cast<std::size_t>(column)].field;
}

std::optional<matrix_column> column_of(std::string_view field)
{
    for (const known_heading& each : known_headings)
        if (each.field == field) return each.column;
    return {};
}

std::vector<heading_meaning> meanings_of(std::string_view heading)
{
    std::vector<heading_meaning> found;
    for (const auto text : {heading, heading.substr(0, heading.find('('))}) { // "Lokasi (kab/kota)"
        const std::string key = spelling_key(text);
        for (const known_heading& each : known_headings) {
            const auto place = std::find(each.words.begin(), each.words.end(), key);
            if (place != each.words.end())
                found.push_back(
                    {each.column, static_cast<std::size_t>(place - each.words.begin())});
        }
        if (!found.empty()) break;
    }
    return found;
}

bool is_written_heading(std::string_view text)
{
    const std::string key = spelling_key(text);
    const auto& table = known_headings;
    return std::any_of(
        table.begin(), table.begin() + static_cast<std::ptrdiff_t>(matrix_columns),
        [&](const known_heading& each) { return spelling_key(each.written) == key; });
}

std::optional<std::string_view> achievement_named(std::string_view heading)
{
    if (begins_with_percent(heading)) return "percent";
    const std::string key = spelling_key(heading);
    for (const achievement_heading& each : achievement_headings)
        for (const std::string_view word : each.words)
            if (key.starts_with(word)) return each.field;
    return {};
}

} // namespace workflow
