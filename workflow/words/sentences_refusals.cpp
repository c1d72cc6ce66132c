// What refusals say on every floor: rights, versions, keys, and the form of what was written.
#include "workflow/words/sentences.hpp"

namespace workflow::sentences_of {

// clang-format off
std::span<const wording> refusals()
{
    static constexpr wording table[]{
        // Who is asking.
        {"step_up_required",
         "Keputusan ini memerlukan kata sandi Anda dalam 30 menit terakhir.",
         "This decision needs your password within the last 30 minutes."},
        {"bearer_may_not_decide",
         "Persetujuan dan pengesahan tidak dapat diberikan dengan token.",
         "Approvals and sign-off cannot be given with a token."},
        {"token_lacks_scope",
         "Token ini tidak membuka permintaan itu: diperlukan cakupan {scopes}.",
         "This token does not open that request: it takes the scope {scopes}."},
        {"token_opens_no_such",
         "Token dengan cakupan tidak membuka permintaan itu; masuklah sendiri.",
         "No token with scopes opens that request; sign in yourself."},
        {"not_permitted", "Tindakan ini bukan wewenang Anda.",
         "This action is not within your rights."},

        // The request as a whole.
        {"not_found", "Yang diminta tidak ada, atau tidak dapat Anda lihat.",
         "What was asked for does not exist, or is not yours to see."},
        {"stale_version", "Data ini telah diubah orang lain; muat ulang lalu ulangi.",
         "Somebody else has changed this; reload and try again."},
        {"idempotency_key_reused",
         "Idempotency-Key ini sudah dipakai untuk permintaan yang lain.",
         "This Idempotency-Key was used for a different request."},
        {"idempotency_key_malformed",
         "Idempotency-Key harus 1 sampai {limit} karakter ASCII yang terlihat.",
         "Idempotency-Key must be 1 to {limit} visible ASCII characters."},

        // Query parameters.
        {"query_cursor", "Parameter cursor bukan dari daftar ini.",
         "The parameter cursor is not from this list."},

        // Bodies.
        {"body_invalid", "Periksa isian yang ditandai.", "Check the marked fields."},
        {"field_missing", "Wajib diisi.", "This is required."},
        {"field_empty", "Tidak boleh kosong.", "This must not be empty."},
        {"field_too_long", "Paling banyak {limit} karakter.", "At most {limit} characters."},
        {"field_too_many", "Paling banyak {limit} butir.", "At most {limit} items."},
        {"field_not_a_choice", "Harus salah satu dari: {choices}.",
         "This must be one of: {choices}."},
        {"field_control_characters", "Memuat karakter kendali.",
         "This holds control characters."},
    };
    return table;
}
// clang-format on

} // namespace workflow::sentences_of
