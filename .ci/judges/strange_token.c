/* A PKCS#11 module for the judge "tokens": it passes everything on to SoftHSM, but says that one try for the PIN is
   left, and writes a file when somebody logs in all the same; or, where PAD_PIN is set, that it has keys of its own,
   on which this PIN is typed; and where TAKEN_OUT is set, it is taken out before it signs. */

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <p11-kit/pkcs11.h>

static CK_FUNCTION_LIST_PTR real;
static CK_FUNCTION_LIST own;

static CK_RV token_info(CK_SLOT_ID slot, CK_TOKEN_INFO_PTR info)
{
    CK_RV answer = real->C_GetTokenInfo(slot, info);
    info->flags |= getenv("PAD_PIN") ? CKF_PROTECTED_AUTHENTICATION_PATH : CKF_USER_PIN_COUNT_LOW | CKF_USER_PIN_FINAL_TRY;
    return answer;
}

static CK_RV login(CK_SESSION_HANDLE session, CK_USER_TYPE user, unsigned char *pin, CK_ULONG length)
{
    char *pad = getenv("PAD_PIN");
    if (pad)
        return pin ? CKR_ARGUMENTS_BAD : real->C_Login(session, user, (unsigned char *)pad, strlen(pad));
    fclose(fopen(getenv("LOGGED_IN"), "w"));
    return real->C_Login(session, user, pin, length);
}

static CK_RV sign(CK_SESSION_HANDLE session, unsigned char *data, CK_ULONG length, unsigned char *out, CK_ULONG *size)
{
    if (getenv("TAKEN_OUT"))
        return CKR_DEVICE_REMOVED;
    return real->C_Sign(session, data, length, out, size);
}

CK_RV C_GetFunctionList(CK_FUNCTION_LIST_PTR_PTR list)
{
    CK_C_GetFunctionList get = (CK_C_GetFunctionList)dlsym(dlopen(SOFTHSM, RTLD_NOW), "C_GetFunctionList");
    CK_RV answer = get(&real);
    own = *real;
    own.C_GetTokenInfo = token_info;
    own.C_Login = login;
    own.C_Sign = sign;
    *list = &own;
    return answer;
}
