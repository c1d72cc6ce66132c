// What the rehearsal of a year warns of, and what an administrator must see to or be told.
#include "workflow/words/sentences.hpp"

namespace workflow::sentences_of {

// clang-format off
std::span<const wording> rehearsal()
{
    static constexpr wording table[]{
        {"warning_flood",
         "{name} menerima {items} butir dalam {messages} surel pada {day}",
         "{name} gets {items} items in {messages} mails on {day}"},
        {"warning_no_address", "{name} tidak mempunyai alamat surel",
         "{name} has no mail address"},
        {"warning_nobody_can_act",
         "Terlalu sedikit orang ({count}) yang dapat melakukan langkah \"{step}\" di {post}",
         "Too few people ({count}) can do the step “{step}” at {post}"},
        {"warning_one_person_only",
         "Hanya satu orang yang dapat melakukan langkah \"{step}\" di {post}",
         "Only one person can do the step “{step}” at {post}"},
        {"warning_many_people",
         "{count} orang dapat melakukan langkah \"{step}\" di {post}; bisa saling menunggu",
         "{count} people can do the step “{step}” at {post}; they may wait for one another"},
        {"warning_holidays_missing",
         "Hari libur tahun {year} belum dimasukkan; hanya akhir pekan dan hari libur bertanggal tetap yang diperhitungkan",
         "The holidays of {year} are missing; only weekends and the days that fall on the same date every year are counted"},
    };
    return table;
}
// clang-format on

} // namespace workflow::sentences_of
