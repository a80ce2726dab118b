/* A PKCS#11 module for the judge "tokens": it passes everything on to SoftHSM, but says that one try for the PIN is
   left, and writes a file when somebody logs in all the same. */

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <p11-kit/pkcs11.h>

static CK_FUNCTION_LIST_PTR real;
static CK_FUNCTION_LIST own;

static CK_RV token_info(CK_SLOT_ID slot, CK_TOKEN_INFO_PTR info)
{
    CK_RV answer = real->C_GetTokenInfo(slot, info);
    info->flags |= CKF_USER_PIN_COUNT_LOW | CKF_USER_PIN_FINAL_TRY;
    return answer;
}

static CK_RV login(CK_SESSION_HANDLE session, CK_USER_TYPE user, unsigned char *pin, CK_ULONG length)
{
    fclose(fopen(getenv("LOGGED_IN"), "w"));
    return real->C_Login(session, user, pin, length);
}

CK_RV C_GetFunctionList(CK_FUNCTION_LIST_PTR_PTR list)
{
    CK_C_GetFunctionList get = (CK_C_GetFunctionList)dlsym(dlopen(SOFTHSM, RTLD_NOW), "C_GetFunctionList");
    CK_RV answer = get(&real);
    own = *real;
    own.C_GetTokenInfo = token_info;
    own.C_Login = login;
    *list = &own;
    return answer;
}
