#pragma once
// The agencies of Central Kalimantan as the demo has them, the region of the sample matrices.
#include "workflow/people/person.hpp"

namespace support {

inline const std::vector<workflow::agency>& demo_agencies()
{
    static const std::vector<workflow::agency> value = [] {
        // clang-format off
        const std::pair<const char*, const char*> names[]{
            {"Kesbangpol", "Badan Kesatuan Bangsa dan Politik"},
            {"DP3APPKB", "Dinas Pemberdayaan Perempuan dan Perlindungan Anak"},
            {"Diskominfo", "Dinas Komunikasi, Informatika, Persandian dan Statistik"},
            {"Disperindag", "Dinas Perdagangan dan Perindustrian"},
            {"Dinas Perkebunan", "Dinas Perkebunan"},
            {"Dinas ESDM", "Dinas Energi dan Sumber Daya Mineral"},
            {"Biro Pemerintahan", "Biro Pemerintahan dan Otonomi Daerah"},
            {"Polda", "Kepolisian Daerah Kalimantan Tengah"},
            {"Satpol PP", "Satuan Polisi Pamong Praja"},
            {"Dinas PMD", "Dinas Pemberdayaan Masyarakat dan Desa"},
            {"Biro Hukum", "Biro Hukum"},
            {"Bappeda", "Badan Perencanaan Pembangunan Daerah"},
            {"Dinas Pendidikan", "Dinas Pendidikan"},
            {"Dinas Kehutanan", "Dinas Kehutanan"},
            {"DLH", "Dinas Lingkungan Hidup"},
            {"DPMPTSP", "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu"},
            {"Dinas Kesehatan", "Dinas Kesehatan"},
            {"Dinas Perhubungan", "Dinas Perhubungan"},
            {"Dinas Sosial", "Dinas Sosial"},
            {"BPBD", "Badan Penanggulangan Bencana dan Pemadam Kebakaran"},
            {"KPU", "Komisi Pemilihan Umum Provinsi"},
            {"Bawaslu", "Badan Pengawas Pemilihan Umum Provinsi"},
            {"Binda", "Badan Intelijen Negara Daerah"},
            {"BPN", "Kantor Wilayah Badan Pertanahan Nasional"},
            {"Korem", "Korem 102/Panju Panjung"},
            {"Kanwil Kemenag", "Kantor Wilayah Kementerian Agama"},
            {"Kanwil Kemenkumham", "Kantor Wilayah Kementerian Hukum"},
            {"FKUB", "Forum Kerukunan Umat Beragama"},
        };
        // clang-format on
        std::vector<workflow::agency> made;
        for (const auto& [short_name, name] : names) {
            workflow::agency each;
            each.id = short_name;
            each.region = "62";
            each.name = name;
            each.short_name = short_name;
            made.push_back(each);
        }
        return made;
    }();
    return value;
}

} // namespace support
