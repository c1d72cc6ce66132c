// What the directory refuses: people, posts, agencies, days off and periods.
#include "workflow/words/sentences.hpp"

namespace workflow::sentences_of {

// clang-format off
std::span<const wording> directory()
{
    static constexpr wording table[]{
        {"username_malformed", "Paling sedikit dua karakter: huruf kecil, angka, titik, garis bawah, garis hubung atau @.",
         "At least two characters: lower-case letters, digits, dot, underscore, hyphen or @."},
        {"username_taken", "Nama pengguna ini sudah dipakai.", "This username is taken."},
        {"address_malformed", "Bukan alamat surel.", "This is not an e-mail address."},
        {"unknown_region", "Wilayah ini tidak ada.", "There is no such region."},
        {"unknown_agency", "Perangkat daerah ini tidak ada.", "There is no such agency."},
        {"unknown_user", "Pengguna ini tidak ada.", "There is no such user."},
        {"agency_name_taken", "Wilayah ini sudah memiliki perangkat daerah dengan nama itu.",
         "The region already has an agency of that name."},
        {"post_needs_agency", "Jabatan ini melekat pada perangkat daerah; pilih perangkat daerahnya.",
         "This post is at an agency; choose the agency."},
        {"post_needs_region", "Jabatan ini melekat pada wilayah; isi kode wilayahnya, misalnya 62.",
         "This post is at a region; give the region's code, for example 62."},
        {"post_takes_region", "Jabatan ini melekat pada wilayah, bukan pada perangkat daerah; kosongkan perangkat daerah.",
         "This post is at a region, not at an agency; leave the agency out."},
        {"post_takes_agency", "Jabatan ini melekat pada perangkat daerah dan mengikuti wilayahnya; kosongkan wilayah.",
         "This post is at an agency and has its region; leave the region out."},
        {"ends_before_it_begins", "Berakhir sebelum dimulai.", "It ends before it begins."},
        {"appointment_is_over", "Penugasan ini sudah berakhir.", "This appointment has already ended."},
        {"holiday_outside_year", "Tanggal ini bukan dari tahun {year}.", "This day is not of the year {year}."},
        {"holiday_twice", "Tanggal ini tertulis dua kali.", "This day is there twice."},
        {"period_unknown", "Jenis rencana ini tidak memiliki periode {code}.", "This kind of plan has no period {code}."},
        {"period_twice", "Periode {code} tertulis dua kali.", "The period {code} is there twice."},
        {"period_disordered", "Urutan tanggal harus: awal, akhir, batas OPD, batas daerah, penguncian.",
         "The dates must be in order: first day, last day, cut-off, due, lock."},
    };
    return table;
}
// clang-format on

} // namespace workflow::sentences_of
