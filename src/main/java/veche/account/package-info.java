/// Who someone is: accounts and password hashing.
@NullMarked
package veche.account;

import org.jspecify.annotations.NullMarked;
