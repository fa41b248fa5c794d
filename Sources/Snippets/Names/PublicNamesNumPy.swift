// Written by Tests/Reference/snippets/names.py: run it again instead of editing.

extension PublicNames {
    /// NumPy 2.4.6 and names of older releases.
    static let numpy: [String: String] = [
        "numpy": """
            DataSource False_ Inf Infinity NINF NZERO NaN PINF PZERO ScalarType True_ abs absolute acos acosh add
            add_docstring add_newdoc all allclose alltrue amax amin angle any append apply_along_axis apply_over_axes
            arange arccos arccosh arcsin arcsinh arctan arctan2 arctanh argmax argmin argpartition argsort argwhere around
            array array2string array_equal array_equiv array_repr array_split array_str asanyarray asarray
            asarray_chkfinite ascontiguousarray asfarray asfortranarray asin asinh asmatrix asscalar astype atan atan2
            atanh atleast_1d atleast_2d atleast_3d average bartlett base_repr binary_repr bincount bitwise_and
            bitwise_count bitwise_invert bitwise_left_shift bitwise_not bitwise_or bitwise_right_shift bitwise_xor
            blackman block bmat bool bool_ broadcast broadcast_arrays broadcast_shapes broadcast_to busday_count
            busday_offset busdaycalendar byte byte_bounds bytes_ c_ can_cast cast cbrt cdouble ceil cfloat char character
            choose clip clongdouble clongfloat column_stack common_type compare_chararrays compat complex complex128
            complex256 complex64 complex_ complexfloating compress concat concatenate conj conjugate convolve copy
            copysign copyto core corrcoef correlate cos cosh count_nonzero cov cross csingle ctypeslib cumprod cumproduct
            cumsum cumulative_prod cumulative_sum datetime64 datetime_as_string datetime_data deg2rad degrees delete
            deprecate diag diag_indices diag_indices_from diagflat diagonal diff digitize disp divide divmod dot double
            dsplit dstack dtype dtypes e ediff1d einsum einsum_path emath empty empty_like equal errstate euler_gamma
            exceptions exp exp2 expand_dims expm1 extract eye f2py fabs fft fill_diagonal find_common_type finfo fix
            flatiter flatnonzero flexible flip fliplr flipud float float128 float16 float32 float64 float_ float_power
            floating floor floor_divide fmax fmin fmod format_float_positional format_float_scientific frexp from_dlpack
            frombuffer fromfile fromfunction fromiter frompyfunc fromregex fromstring full full_like gcd generic
            genfromtxt geomspace get_include get_printoptions getbufsize geterr geterrcall gradient greater greater_equal
            half hamming hanning heaviside histogram histogram2d histogram_bin_edges histogramdd hsplit hstack hypot i0
            identity iinfo imag in1d index_exp indices inexact inf info infty inner insert int int16 int32 int64 int8 int_
            intc integer interp intersect1d intp invert is_busday isclose iscomplex iscomplexobj isdtype isfinite
            isfortran isin isinf isnan isnat isneginf isposinf isreal isrealobj isscalar issubclass_ issubdtype
            issubsctype iterable ix_ kaiser kron lcm ldexp left_shift less less_equal lexsort lib linalg linspace
            little_endian load loadtxt log log10 log1p log2 logaddexp logaddexp2 logical_and logical_not logical_or
            logical_xor logspace long longcomplex longdouble longfloat longlong ma mask_indices mat matmul matrix
            matrix_transpose matvec max maximum maximum_sctype may_share_memory mean median memmap meshgrid mgrid min
            min_scalar_type minimum mintypecode mod modf moveaxis msort multiply nan nan_to_num nanargmax nanargmin
            nancumprod nancumsum nanmax nanmean nanmedian nanmin nanpercentile nanprod nanquantile nanstd nansum nanvar
            nbytes ndarray ndenumerate ndim ndindex nditer negative nested_iters newaxis nextafter nonzero not_equal
            number obj2sctype object object_ ogrid ones ones_like outer packbits pad partition percentile permute_dims pi
            piecewise place poly poly1d polyadd polyder polydiv polyfit polyint polymul polynomial polysub polyval
            positive pow power printoptions prod product promote_types ptp put put_along_axis putmask quantile r_ rad2deg
            radians random rank ravel ravel_multi_index real real_if_close rec recarray recfromcsv recfromtxt reciprocal
            record remainder repeat require reshape resize result_type right_shift rint roll rollaxis roots rot90 round
            round_ row_stack s_ safe_eval save savetxt savez savez_compressed sctype2char sctypeDict sctypes searchsorted
            select set_printoptions set_string_function setbufsize setdiff1d seterr seterrcall setxor1d shape
            shares_memory short show_config show_runtime sign signbit signedinteger sin sinc single singlecomplex sinh
            size sometrue sort sort_complex source spacing split sqrt square squeeze stack std str str_ string_ strings
            subtract sum swapaxes take take_along_axis tan tanh tensordot test testing tile timedelta64 trace
            tracemalloc_domain transpose trapezoid trapz tri tril tril_indices tril_indices_from trim_zeros triu
            triu_indices triu_indices_from true_divide trunc typeDict typecodes typename typing ubyte ufunc uint uint16
            uint32 uint64 uint8 uintc uintp ulong ulonglong unicode unicode_ union1d unique unique_all unique_counts
            unique_inverse unique_values unpackbits unravel_index unsignedinteger unstack unwrap ushort vander var vdot
            vecdot vecmat vectorize void vsplit vstack where who zeros zeros_like
            """,
        "numpy.linalg": """
            LinAlgError cholesky cond cross det diagonal eig eigh eigvals eigvalsh inv lstsq matmul matrix_norm
            matrix_power matrix_rank matrix_transpose multi_dot norm outer pinv qr slogdet solve svd svdvals tensordot
            tensorinv tensorsolve test trace vecdot vector_norm
            """,
        "numpy.random": """
            BitGenerator Generator MT19937 PCG64 PCG64DXSM Philox RandomState SFC64 SeedSequence beta binomial
            bit_generator bytes chisquare choice default_rng dirichlet exponential f gamma geometric get_bit_generator
            get_state gumbel hypergeometric laplace logistic lognormal logseries mtrand multinomial multivariate_normal
            negative_binomial noncentral_chisquare noncentral_f normal pareto permutation poisson power rand randint randn
            random random_integers random_sample ranf rayleigh sample seed set_bit_generator set_state shuffle
            standard_cauchy standard_exponential standard_gamma standard_normal standard_t test triangular uniform
            vonmises wald weibull zipf
            """,
        "numpy.fft": """
            fft fft2 fftfreq fftn fftshift hfft ifft ifft2 ifftn ifftshift ihfft irfft irfft2 irfftn rfft rfft2 rfftfreq
            rfftn test
            """,
        "numpy.testing": """
            BLAS_SUPPORTS_FPE HAS_LAPACK64 HAS_REFCOUNT IS_64BIT IS_EDITABLE IS_INSTALLED IS_MUSL IS_PYPY IS_PYSTON
            IS_WASM IgnoreException KnownFailureException NOGIL_BUILD NUMPY_ROOT SkipTest TestCase assert_ assert_allclose
            assert_almost_equal assert_approx_equal assert_array_almost_equal assert_array_almost_equal_nulp
            assert_array_compare assert_array_equal assert_array_less assert_array_max_ulp assert_equal
            assert_no_gc_cycles assert_no_warnings assert_raises assert_raises_regex assert_string_equal assert_warns
            break_cycles build_err_msg check_support_sve clear_and_catch_warnings decorate_methods extbuild jiffies
            measure memusage overrides print_assert_equal run_threaded rundocs runstring suppress_warnings tempdir
            temppath test verbose
            """,
        "numpy.ma": """
            MAError MaskError MaskType MaskedArray abs absolute add all allclose allequal alltrue amax amin angle anom
            anomalies any append apply_along_axis apply_over_axes arange arccos arccosh arcsin arcsinh arctan arctan2
            arctanh argmax argmin argsort around array asanyarray asarray atleast_1d atleast_2d atleast_3d average
            bitwise_and bitwise_or bitwise_xor bool_ ceil choose clip clump_masked clump_unmasked column_stack
            common_fill_value compress compress_cols compress_nd compress_rowcols compress_rows compressed concatenate
            conjugate convolve copy core corrcoef correlate cos cosh count count_masked cov cumprod cumsum
            default_fill_value diag diagflat diagonal diff divide dot dstack ediff1d empty empty_like equal exp
            expand_dims extras fabs filled fix_invalid flatnotmasked_contiguous flatnotmasked_edges flatten_mask
            flatten_structured_array floor floor_divide fmod frombuffer fromflex fromfunction getdata getmask getmaskarray
            greater greater_equal harden_mask hsplit hstack hypot identity ids in1d indices inner innerproduct intersect1d
            isMA isMaskedArray is_mask is_masked isarray isin left_shift less less_equal log log10 log2 logical_and
            logical_not logical_or logical_xor make_mask make_mask_descr make_mask_none mask_cols mask_or mask_rowcols
            mask_rows masked masked_all masked_all_like masked_array masked_equal masked_greater masked_greater_equal
            masked_inside masked_invalid masked_less masked_less_equal masked_not_equal masked_object masked_outside
            masked_print_option masked_singleton masked_values masked_where max maximum maximum_fill_value mean median min
            minimum minimum_fill_value mod mr_ multiply mvoid ndenumerate ndim negative nomask nonzero not_equal
            notmasked_contiguous notmasked_edges ones ones_like outer outerproduct polyfit power prod product ptp put
            putmask ravel remainder repeat reshape resize right_shift round round_ row_stack set_fill_value setdiff1d
            setxor1d shape sin sinh size soften_mask sometrue sort sqrt squeeze stack std subtract sum swapaxes take tan
            tanh test trace transpose true_divide union1d unique vander var vstack where zeros zeros_like
            """,
        "numpy.polynomial": """
            Chebyshev Hermite HermiteE Laguerre Legendre Polynomial chebyshev hermite hermite_e laguerre legendre
            polynomial polyutils set_default_printstyle test
            """,
    ]
}
