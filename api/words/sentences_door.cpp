// What is said of who is asking: signing in, codes, tokens and passwords.
#include "api/words/sentences.hpp"

namespace api::sentences_of {

using workflow::wording;

// clang-format off
std::span<const wording> door()
{
    static constexpr wording table[]{
        // Who is asking.
        {"sign_in_required", "Silakan masuk terlebih dahulu.", "Please sign in first."},
        {"wrong_credentials", "Nama pengguna atau kata sandi salah.",
         "The user name or the password is wrong."},
        {"wrong_password",
         "Kata sandi yang Anda tulis tidak cocok dengan akun Anda. Periksa huruf besar dan kecil, lalu "
         "coba lagi.",
         "The password that you wrote does not fit your account. Check capital and small letters, then "
         "try again."},
        {"second_factor_required", "Masukkan kode dari aplikasi autentikator Anda.",
         "Enter the code of your authenticator app."},
        {"second_factor_wrong", "Kode tidak cocok atau sudah terpakai; tunggu kode berikutnya.",
         "The code does not fit or was used already; wait for the next one."},
        {"password_or_code", "Berikan kata sandi atau kode, salah satu saja.",
         "Give the password or a code, one of them."},
        {"activation_unknown", "Kode aktivasi ini tidak dikenal, sudah terpakai, kedaluwarsa, atau gugur karena akunnya diubah; mintalah kode baru.",
         "This activation code is not known, was used, has expired, or ended when the account changed; ask for a new one."},
        {"activation_of_disabled", "Akun ini dinonaktifkan; aktifkan kembali sebelum membuat kode.",
         "The account is disabled; enable it again before making a code."},
        {"activation_of_own", "Ganti kata sandi Anda sendiri di halaman profil, dengan kata sandi saat ini.",
         "Change your own password on your profile page, by the present one."},
        {"current_password_wrong", "Kata sandi saat ini salah.", "The present password is wrong."},
        {"bearer_has_no_password", "Kata sandi tidak dapat diganti dengan token; masuklah dahulu.",
         "A password cannot be changed with a token; sign in."},
        {"bearer_has_no_session",
         "Token tidak berakhir dengan keluar; cabut di halaman akun, atau dengan `rampung token revoke`.",
         "A token does not end by signing out; revoke it on the page of the account, or with "
         "`rampung token revoke`."},
        {"token_expired",
         "Token ini sudah berakhir ({at}). Buat token baru, lalu ganti di program Anda.",
         "This token has ended ({at}). Make a new one and put it into your program."},
        {"tokens_are_for_people",
         "Token dibuat, dilihat, dan dicabut oleh orang yang masuk sendiri, tidak dengan token.",
         "Tokens are made, seen and revoked by people who sign in, not by tokens."},
        {"tokens_too_many", "Anda sudah memiliki {limit} token yang berlaku; cabut yang tidak dipakai.",
         "You have {limit} good tokens already; revoke what is not used."},
        {"token_scopes_needed", "Pilih paling sedikit satu cakupan.",
         "Choose one scope at least."},
        {"token_scope_unknown", "Cakupan adalah {scopes}.", "Scopes are {scopes}."},
        {"token_region_unknown", "Wilayah ini tidak ada.", "There is no such region."},
        {"token_sees_nothing",
         "Tidak ada jabatan Anda yang menjangkau wilayah ini; token tidak akan membuka apa pun.",
         "No post of yours reaches that region; the token would open nothing."},
        {"csrf_token_required",
         "Perubahan memerlukan X-CSRF-Token yang sah dari sesi ini; muat ulang halaman.",
         "A change needs this session's valid X-CSRF-Token; reload the page."},
        {"origin_refused", "Permintaan dari situs lain ditolak.",
         "Requests from other sites are refused."},
        {"too_many_attempts", "Terlalu banyak percobaan; coba lagi dalam {seconds} detik.",
         "Too many attempts; try again in {seconds} seconds."},

        // Passwords.
        {"password_too_short", "Kata sandi paling sedikit {least} karakter.",
         "The password must have at least {least} characters."},
        {"password_too_long", "Kata sandi paling banyak {most} byte.",
         "The password must have at most {most} bytes."},
        {"password_too_common", "Kata sandi ini terlalu mudah ditebak.",
         "This password is too easy to guess."},
        {"password_needs_composition",
         "Kata sandi harus memuat huruf besar, huruf kecil, angka, dan tanda.",
         "The password must have capital and small letters, digits and signs."},
    };
    return table;
}
// clang-format on

} // namespace api::sentences_of
