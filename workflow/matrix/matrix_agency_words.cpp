// Splits names into words; the abbreviations and acronyms that all offices use are tables here.
#include "workflow/matrix/matrix_agency_words.hpp"
#include "workflow/matrix/matrix_text.hpp"
#include <algorithm>
#include <array>
#include <span>

namespace workflow {

namespace {

struct pair {
    std::string_view written, meant;
};

// clang-format off
constexpr pair abbreviations[]{
    {"prov", "provinsi"}, {"propinsi", "provinsi"}, {"prop", "provinsi"}, {"pemprov", "pemerintah provinsi"},
    {"kab", "kabupaten"}, {"kec", "kecamatan"}, {"din", "dinas"}, {"dis", "dinas"},
    {"bdn", "badan"}, {"ba", "badan"}, {"bag", "bagian"}, {"bid", "bidang"}, {"ka", "kepala"},
    {"kadis", "kepala dinas"}, {"kaban", "kepala badan"}, {"kanwil", "kantor wilayah"},
    {"kakanwil", "kepala kantor wilayah"}, {"kantah", "kantor pertanahan"},
    {"kem", "kementerian"}, {"kemenag", "kementerian agama"},
    {"kemenkumham", "kementerian hukum"}, {"kemenkum", "kementerian hukum"},
    {"sekr", "sekretariat"}, {"sekda", "sekretaris daerah"}, {"setda", "sekretariat daerah"},
    {"satpol", "satuan polisi"}, {"satpolpp", "satuan polisi pamong praja"},
    {"polda", "kepolisian daerah"}, {"kapolda", "kepolisian daerah"}, {"danrem", "korem"}, {"polres", "kepolisian resor"},
    {"uptd", "upt"},
    {"dan", ""}, {"and", ""}, {"serta", ""},
};

constexpr pair acronyms[]{
    {"disdik", "dinas pendidikan"}, {"disdikbud", "dinas pendidikan kebudayaan"},
    {"dinkes", "dinas kesehatan"}, {"dinsos", "dinas sosial"}, {"dishub", "dinas perhubungan"},
    {"disbun", "dinas perkebunan"}, {"dishut", "dinas kehutanan"}, {"dispora", "dinas pemuda olahraga"},
    {"dispar", "dinas pariwisata"}, {"disparbud", "dinas pariwisata kebudayaan"},
    {"distan", "dinas pertanian"}, {"disnaker", "dinas tenaga kerja"},
    {"disnakertrans", "dinas tenaga kerja transmigrasi"},
    {"diskominfo", "dinas komunikasi informatika"}, {"kominfo", "dinas komunikasi informatika"},
    {"disdukcapil", "dinas kependudukan pencatatan sipil"},
    {"dukcapil", "dinas kependudukan pencatatan sipil"},
    {"disperindag", "dinas perindustrian perdagangan"}, {"disperpus", "dinas perpustakaan"},
    {"diskanlut", "dinas kelautan perikanan"}, {"dislutkan", "dinas kelautan perikanan"},
    {"dpmd", "dinas pemberdayaan masyarakat desa"}, {"dispmd", "dinas pemberdayaan masyarakat desa"},
    {"dlh", "dinas lingkungan hidup"}, {"dpupr", "dinas pekerjaan umum penataan ruang"},
    {"pupr", "dinas pekerjaan umum penataan ruang"},
    {"dpmptsp", "dinas penanaman modal pelayanan terpadu satu pintu"},
    {"ptsp", "dinas penanaman modal pelayanan terpadu satu pintu"},
    {"kesbangpol", "badan kesatuan bangsa politik"},
    {"kesbang", "badan kesatuan bangsa politik"},
    {"bakesbangpol", "badan kesatuan bangsa politik"},
    {"bappeda", "badan perencanaan pembangunan daerah"},
    {"bpbd", "badan penanggulangan bencana daerah"}, {"bpn", "badan pertanahan nasional"},
    {"bnnp", "badan narkotika nasional provinsi"}, {"binda", "badan intelijen negara daerah"},
    {"bawaslu", "badan pengawas pemilihan umum"}, {"kpu", "komisi pemilihan umum"},
    {"fkub", "forum kerukunan umat beragama"}, {"fkdm", "forum kewaspadaan dini masyarakat"},
    {"kejati", "kejaksaan tinggi"}, {"kejari", "kejaksaan negeri"},
};

constexpr std::array kinds_of_agency{
    "dinas", "badan", "biro", "bagian", "kantor", "kementerian", "direktorat", "sekretariat",
    "inspektorat", "balai", "lembaga", "upt", "bidang", "kepala"};

constexpr std::array others_named{
    "satuan", "kepolisian", "polsek", "polri", "tni", "korem", "kodim", "koramil", "lanud", "lanal",
    "kejaksaan", "kejati", "kejari", "pengadilan", "komisi", "forum", "majelis", "dewan", "dprd",
    "komite", "tim", "satgas", "pokja", "gugus", "bnn", "bnnp", "binda", "basarnas", "rsud",
    "rumah", "puskesmas", "universitas", "perguruan", "camat", "kecamatan", "lurah", "kelurahan",
    "desa", "pemerintah", "pemkab", "pemko", "bupati", "gubernur", "tokoh", "masyarakat", "ormas",
    "lsm", "media", "akademisi", "organisasi", "perusahaan", "perangkat", "opd", "skpd",
    "instansi", "pkk", "mui", "pmi", "babinsa", "bhabinkamtibmas", "damang"};

struct province {
    std::string_view code, name, short_name;
};
constexpr province provinces[]{
    {"11", "aceh", "nad"}, {"12", "sumatera utara", "sumut"}, {"13", "sumatera barat", "sumbar"},
    {"14", "riau", "riau"}, {"15", "jambi", "jambi"}, {"16", "sumatera selatan", "sumsel"},
    {"17", "bengkulu", "bengkulu"}, {"18", "lampung", "lampung"},
    {"19", "kepulauan bangka belitung", "babel"}, {"21", "kepulauan riau", "kepri"},
    {"31", "dki jakarta", "dki"}, {"32", "jawa barat", "jabar"}, {"33", "jawa tengah", "jateng"},
    {"34", "daerah istimewa yogyakarta", "diy"}, {"35", "jawa timur", "jatim"},
    {"36", "banten", "banten"}, {"51", "bali", "bali"}, {"52", "nusa tenggara barat", "ntb"},
    {"53", "nusa tenggara timur", "ntt"}, {"61", "kalimantan barat", "kalbar"},
    {"62", "kalimantan tengah", "kalteng"}, {"63", "kalimantan selatan", "kalsel"},
    {"64", "kalimantan timur", "kaltim"}, {"65", "kalimantan utara", "kaltara"},
    {"71", "sulawesi utara", "sulut"}, {"72", "sulawesi tengah", "sulteng"},
    {"73", "sulawesi selatan", "sulsel"}, {"74", "sulawesi tenggara", "sultra"},
    {"75", "gorontalo", "gorontalo"}, {"76", "sulawesi barat", "sulbar"},
    {"81", "maluku", "maluku"}, {"82", "maluku utara", "malut"}, {"91", "papua", "papua"},
    {"92", "papua barat", "pabar"}, {"93", "papua selatan", "pasel"},
    {"94", "papua tengah", "pateng"}, {"95", "papua pegunungan", "papeg"},
    {"96", "papua barat daya", "pbd"},
};
// clang-format on

template <class list> bool holds(const list& words, std::string_view word)
{
    return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

void add_words(std::string_view spaced, name_words& to)
{
    while (!spaced.empty()) {
        const auto end = std::min(spaced.find(' '), spaced.size());
        if (end > 0) to.emplace_back(spaced.substr(0, end));
        spaced.remove_prefix(std::min(end + 1, spaced.size()));
    }
}

void add_written_out(const std::string& word, name_words& to)
{
    if (word.empty()) return;
    if (word == "pp" && !to.empty() && to.back() == "polisi") return add_words("pamong praja", to);
    for (const pair& each : abbreviations)
        if (each.written == word) return add_words(each.meant, to);
    to.push_back(word);
}

bool ends_with(const name_words& words, const name_words& tail)
{
    return !tail.empty() && words.size() >= tail.size() &&
           std::equal(tail.rbegin(), tail.rend(), words.rbegin());
}

bool has_in_it(const name_words& words, const name_words& part)
{
    return std::search(words.begin(), words.end(), part.begin(), part.end()) != words.end();
}

} // namespace

name_words name_words_of(std::string_view text)
{
    name_words words;
    std::string word;
    for (std::size_t at = 0; at <= text.size(); ++at) {
        const std::string key = at < text.size() ? spelling_key(text.substr(at, 1)) : std::string();
        const bool no_break = text.substr(at, 2) == "\xC2\xA0";
        if (!key.empty() && !no_break) {
            word += key;
            continue;
        }
        if (no_break) ++at;
        add_written_out(word, words);
        word.clear();
    }
    return words;
}

std::string run_together(const name_words& words)
{
    std::string out;
    for (const std::string& word : words) out += word;
    return out;
}

bool is_kind_of_agency(std::string_view word)
{
    return holds(kinds_of_agency, word);
}

bool begins_like_agency(const name_words& words)
{
    return !words.empty() &&
           (is_kind_of_agency(words[0]) || holds(others_named, std::string_view(words[0])));
}

std::string_view acronym_written_out(std::string_view word)
{
    for (const pair& each : acronyms)
        if (each.written == word) return each.meant;
    return {};
}

region_words region_words_of(std::string_view code)
{
    region_words region;
    region.is_province = code.find('.') == code.npos;
    if (!region.is_province) return region;
    for (const province& each : provinces)
        if (each.code == code)
            region.names = {name_words_of(each.name), {std::string(each.short_name)}};
    return region;
}

name_words without_region(name_words words, const region_words& region)
{
    for (const name_words& name : region.names)
        if (ends_with(words, name) && words.size() > name.size())
            words.resize(words.size() - name.size());
    const auto is_level = [&](const std::string& word) {
        return region.is_province ? word == "provinsi" : word == "kabupaten" || word == "kota";
    };
    if (words.size() > 1 && is_level(words.back())) words.pop_back();
    while (words.size() > 2 && (words[0] == "kepala" || words[0] == "upt") &&
           is_kind_of_agency(words[1]))
        words.erase(words.begin());
    return words;
}

bool names_other_region(const name_words& words, const region_words& region)
{
    static constexpr std::array levels{"kabupaten", "kota", "kecamatan", "kelurahan", "desa"};
    for (const char* level : levels)
        if (holds(words, level)) return true;
    if (!region.is_province && holds(words, "provinsi")) return true;
    for (const province& each : provinces) {
        const name_words name = name_words_of(each.name);
        const name_words short_name{std::string(each.short_name)};
        const auto own = [&](const name_words& one) {
            return std::find(region.names.begin(), region.names.end(), one) != region.names.end();
        };
        if (own(name) || own(short_name)) continue;
        if (has_in_it(words, name) || has_in_it(words, short_name)) return true;
    }
    return false;
}

} // namespace workflow
